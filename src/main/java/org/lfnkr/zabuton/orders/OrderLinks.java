package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.vault.Tokens;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Makes and checks the links that open orders. */
@NamedInterface("inside")
@Component
public class OrderLinks {

    private static final String PURPOSE = "order-link";

    private final Tokens tokens;

    OrderLinks(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The link that opens the order of this reference. */
    public OrderLink of(String reference) {
        return new OrderLink(reference, tokens.sign(PURPOSE, reference));
    }

    boolean isGenuine(OrderLink link) {
        return tokens.verify(PURPOSE, link.reference(), link.key());
    }
}
