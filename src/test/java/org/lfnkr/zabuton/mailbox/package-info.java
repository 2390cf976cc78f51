/**
 * A mail server that keeps what it gets, and shows it on a page: for tests and development runs.
 */
@NullMarked
package org.lfnkr.zabuton.mailbox;

import org.jspecify.annotations.NullMarked;
