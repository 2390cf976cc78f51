package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.checkout.PageLink;

/**
 * What opens the page of an order: the reference that people read out, and a key that nobody can
 * guess and that the database does not hold.
 *
 * @param reference such as {@code 7K3M-9QXT}
 * @param key a signature of the reference
 */
public record OrderLink(String reference, String key) implements PageLink {

    @Override
    public String path() {
        return "/orders/" + reference + "/" + key;
    }
}
