/**
 * Keeps the pages that are the same for everybody, compressed, and hands them out before anything
 * else has to work. It makes each by sending a request of nobody's through the whole application.
 */
@NullMarked
@ApplicationModule(
        displayName = "Page cache",
        allowedDependencies = {"kernel", "outbox", "web", "web :: crowd"})
package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
