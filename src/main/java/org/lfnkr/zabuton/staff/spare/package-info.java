/**
 * The spare way in, for whoever has no passkey at hand: a link by mail and a code of an
 * authenticator app, and both are needed.
 */
@NullMarked
package org.lfnkr.zabuton.staff.spare;

import org.jspecify.annotations.NullMarked;
