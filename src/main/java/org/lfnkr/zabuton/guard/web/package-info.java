/** The desk page of the gates. */
@NullMarked
package org.lfnkr.zabuton.guard.web;

import org.jspecify.annotations.NullMarked;
