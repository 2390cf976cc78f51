package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.Reading;

import java.util.UUID;

/** What came of reading a file of an account. But for the first nothing was written. */
sealed interface ReadResult {

    /**
     * @param rows of the file
     * @param fresh those that were not known, which are booked now
     */
    record Kept(UUID file, int rows, int fresh) implements ReadResult {}

    /** All its rows are known. */
    record NothingNew(int rows) implements ReadResult {}

    /** It can't be read, or not of this account, or not now. */
    record Refused(Reading.Refused why) implements ReadResult {}
}
