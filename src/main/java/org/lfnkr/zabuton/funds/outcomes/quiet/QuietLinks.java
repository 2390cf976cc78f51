package org.lfnkr.zabuton.funds.outcomes.quiet;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Links by which somebody ends such mails without signing in. They name nobody. */
@Component
public class QuietLinks {

    private static final String PURPOSE = "outcome-mails";

    /** Mail programs send a form there, of their own accord and without a token of ours. */
    static final String PRESS = "/webhooks/outcome-mails";

    static final String PAGE = "/outcome-mails";

    private final Tokens tokens;
    private final Site site;

    QuietLinks(Tokens tokens, Site site) {
        this.tokens = tokens;
        this.site = site;
    }

    /** Where a person reads what it is, and presses. */
    public URI page(SubjectId person, Language language) {
        return site.address("/" + language.tag() + PAGE + "/" + token(person));
    }

    /** Where a mail program presses. */
    public URI press(SubjectId person) {
        return site.address(PRESS + "/" + token(person));
    }

    private String token(SubjectId person) {
        return tokens.seal(PURPOSE, person.value().toString().getBytes(StandardCharsets.UTF_8));
    }

    Optional<SubjectId> open(String token) {
        return tokens.open(PURPOSE, token)
                .map(bytes -> new SubjectId(Slice.id(new String(bytes, StandardCharsets.UTF_8))));
    }
}
