/** Signing in by a mailed link, and the sessions that come of it. */
@NullMarked
package org.lfnkr.zabuton.supporters.signin;

import org.jspecify.annotations.NullMarked;
