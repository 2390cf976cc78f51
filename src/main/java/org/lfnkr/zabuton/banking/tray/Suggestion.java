package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.Candidate;

/**
 * What a row may be, and of which kind that is.
 *
 * @param kind as {@link org.lfnkr.zabuton.banking.Counterpart#kind()} says it
 */
record Suggestion(String kind, Candidate candidate) {}
