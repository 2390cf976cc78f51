package org.lfnkr.zabuton.web;

import org.springframework.http.HttpStatus;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.server.ResponseStatusException;

/** A form came without its token, or with one that isn't this browser's. */
@NamedInterface("inside")
public final class StaleForm extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public StaleForm() {
        super(HttpStatus.FORBIDDEN);
    }
}
