package org.lfnkr.zabuton.web;

import org.springframework.util.MultiValueMap;

/** A form came from somebody who has been signed out since it was opened; they get it back. */
@SuppressWarnings("serial") // never written anywhere
public final class SignedOut extends RuntimeException {

    private final MultiValueMap<String, String> form;

    /**
     * @param form what they sent, its token among it
     */
    public SignedOut(MultiValueMap<String, String> form) {
        super("Signed out");
        this.form = form;
    }

    /** What they sent. */
    public MultiValueMap<String, String> form() {
        return form;
    }
}
