package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import java.net.URI;

/** Makes and checks the links that open pledges. */
@Component
public class PledgeLinks {

    private static final String PURPOSE = "gift-link";

    private final Tokens tokens;
    private final Site site;

    PledgeLinks(Tokens tokens, Site site) {
        this.tokens = tokens;
        this.site = site;
    }

    public PledgeLink of(String reference) {
        return new PledgeLink(reference, tokens.sign(PURPOSE, reference));
    }

    boolean isGenuine(PledgeLink link) {
        return tokens.verify(PURPOSE, link.reference(), link.key());
    }

    /** The full address, for mails and for Stripe. */
    public URI address(String reference, Language language) {
        return site.address("/" + language.tag() + of(reference).path());
    }

    /** Where a gift begins. */
    URI anew(Language language) {
        return site.address("/" + language.tag() + "/give");
    }
}
