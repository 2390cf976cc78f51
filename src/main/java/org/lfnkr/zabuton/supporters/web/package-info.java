/** Signing in, and the pages on which members look after their own data. */
@NullMarked
package org.lfnkr.zabuton.supporters.web;

import org.jspecify.annotations.NullMarked;
