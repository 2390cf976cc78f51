package org.lfnkr.zabuton.web;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A value that a module adds to the model of every page, such as the number of things in the cart.
 */
public interface PageAttribute {

    String name();

    /** Read from the request alone: an error page needs it too, with no database at hand. */
    Object value(ServerHttpRequest request);
}
