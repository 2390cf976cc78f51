/**
 * Bazaars from their opening to their close, with their list and their pages, and what the card
 * terminal paid out for them.
 */
@NullMarked
package org.lfnkr.zabuton.counter.bazaars;

import org.jspecify.annotations.NullMarked;
