package org.lfnkr.zabuton.web;

import java.util.Optional;

/**
 * What shared pages differ by beside their address, read from a visitor's cookie: few values, none
 * of which tells who it is.
 */
public interface PageState {

    /** The whole name of the cookie. */
    String cookie();

    /**
     * A cookie with nothing in it but the state: the same for all visitors of whom that is true. It
     * is empty where the page is as it is without.
     *
     * @param value as the visitor sent it
     * @return empty for a visitor who gets a page of their own
     */
    Optional<String> shared(String value);
}
