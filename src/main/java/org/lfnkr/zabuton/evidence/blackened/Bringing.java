package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.pictures.Flaw;

/** What became of a blackened picture that somebody brought. */
sealed interface Bringing {

    /** It waits for somebody else. */
    record Waits() implements Bringing {}

    /** Nothing was kept. */
    record Refused(Flaw why) implements Bringing {}

    /** The file it is of is not there any more. */
    record Gone() implements Bringing {}
}
