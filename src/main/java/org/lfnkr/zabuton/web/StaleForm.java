package org.lfnkr.zabuton.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A form came without its token, or with one that isn't this browser's. */
final class StaleForm extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    StaleForm() {
        super(HttpStatus.FORBIDDEN);
    }
}
