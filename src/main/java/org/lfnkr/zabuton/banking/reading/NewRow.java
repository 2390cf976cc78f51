package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.FileRow;

import java.util.UUID;

/**
 * A row that was not known.
 *
 * @param place among those of its account
 */
record NewRow(UUID id, long place, FileRow row) {}
