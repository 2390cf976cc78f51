package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Links by which somebody answers without signing in. They name nobody. */
@Component
class RaiseLinks {

    private static final String PURPOSE = "raise-question";

    static final String PAGE = "/raises";

    /** Mail programs send a form there, of their own accord and without a token of ours. */
    static final String PRESS = "/webhooks/raise-mails";

    private final Tokens tokens;
    private final Site site;

    RaiseLinks(Tokens tokens, Site site) {
        this.tokens = tokens;
        this.site = site;
    }

    URI page(UUID question, Language language) {
        return site.address("/" + language.tag() + PAGE + "/" + token(question));
    }

    /** Where a mail program ends such mails. */
    URI press(UUID question) {
        return site.address(PRESS + "/" + token(question));
    }

    private String token(UUID question) {
        return tokens.seal(PURPOSE, question.toString().getBytes(StandardCharsets.UTF_8));
    }

    Optional<UUID> open(String token) {
        return tokens.open(PURPOSE, token)
                .map(bytes -> Slice.id(new String(bytes, StandardCharsets.UTF_8)));
    }
}
