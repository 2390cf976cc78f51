/**
 * What a page of the staff's desk, everything below /{lang}/desk, says of itself: the right that it
 * needs. To add one:
 *
 * <ol>
 *   <li>annotate each handler, or the controller for all of them, with {@link
 *       org.lfnkr.zabuton.desk.Needs}; whatever says nothing opens for nobody, and fails the build;
 *   <li>take a {@link org.lfnkr.zabuton.desk.Right} that fits or add one, and give it to {@link
 *       org.lfnkr.zabuton.desk.Role}s;
 *   <li>write the route with its right into {@code DeskMatrixPageTests}, which compares the list
 *       with the application's own;
 *   <li>put {@link org.lfnkr.zabuton.desk.InMenu} on the handler that shows the page, if it belongs
 *       into the menu; it stands there for those who may open it;
 *   <li>let the template begin with {@code staff/desk :: pages}, the pages beside it.
 * </ol>
 *
 * A handler's {@link java.security.Principal} is named by the id of the account, never by a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"kernel"})
package org.lfnkr.zabuton.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
