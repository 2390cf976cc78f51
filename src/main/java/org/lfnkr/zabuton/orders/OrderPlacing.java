package org.lfnkr.zabuton.orders;

import org.springframework.modulith.NamedInterface;

import reactor.core.publisher.Mono;

/** Places what is wished for; of the room that prices it, holds its pieces and writes it down. */
@NamedInterface("inside")
public interface OrderPlacing {

    /** What tells one wish from another of the same attempt. */
    String fingerprint(PlaceOrder wish);

    /** Places it once, however often this is called. */
    Mono<Placement> place(PlaceOrder wish, String fingerprint);
}
