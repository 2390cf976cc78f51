package org.lfnkr.zabuton.web;

import org.springframework.http.ResponseEntity;

/** A table as a file, in a format that spreadsheets open. */
public interface Sheet {

    /**
     * Adds a row. Numbers are written as such, and no text can become a formula.
     *
     * @return this
     */
    Sheet row(Object... cells);

    /** As a file to be kept, which no cache keeps. */
    ResponseEntity<byte[]> answer(String fileName);
}
