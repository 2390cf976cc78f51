package org.lfnkr.zabuton.orders;

import org.springframework.modulith.NamedInterface;

import reactor.core.publisher.Mono;

/** Places what is wished for; of the room that prices it, holds its pieces and writes it down. */
@NamedInterface("inside")
public interface OrderPlacing {

    /** What tells one wish from another of the same attempt. */
    String fingerprint(PlaceOrder wish);

    /**
     * Places it once, however often this is called.
     *
     * @return empty where another order of the same attempt waits for money, which has to be given
     *     up first
     */
    Mono<Placement> place(PlaceOrder wish, String fingerprint);

    /** The same beside whatever waits, since it could not be given up. */
    Mono<Placement> placeBeside(PlaceOrder wish, String fingerprint);
}
