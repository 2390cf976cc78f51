package org.lfnkr.zabuton.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** More people are here than the shop can serve at once; nothing was begun. */
final class Crowded extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    Crowded() {
        super(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
