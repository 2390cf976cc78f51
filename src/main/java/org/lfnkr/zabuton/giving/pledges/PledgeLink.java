package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.checkout.PageLink;

/**
 * What opens the page of a pledge: the reference that people read out, and a key that nobody can
 * guess and that the database does not hold.
 *
 * @param key a signature of the reference
 */
public record PledgeLink(String reference, String key) implements PageLink {

    @Override
    public String path() {
        return "/gifts/" + reference + "/" + key;
    }
}
