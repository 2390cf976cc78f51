/**
 * The tray of rows of which nobody has said what they are: what they may be is suggested, a person
 * confirms it, and it can be taken back.
 */
@NullMarked
package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.NullMarked;
