package org.lfnkr.zabuton.giving.purposes;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.impact.FundNeed;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;

/**
 * Where a gift goes that is given now.
 *
 * @param wished what it was chosen for
 * @param need of that fund; null where it takes all that comes
 */
public record Destination(Cause wished, @Nullable FundNeed need) {

    /** What it is given for, since whoever wished something else was told so. */
    public Cause goesTo() {
        return need == null || need.takes() ? wished : Cause.of(need.instead());
    }

    public boolean isElsewhere() {
        return goesTo() != wished;
    }

    /** Where it goes should the fund be full or closed when its money comes; null for nowhere. */
    public @Nullable Fund instead() {
        return need == null || isElsewhere() ? null : need.instead();
    }

    /** What its giver agrees to, in the reader's language. */
    public String agreement(GiftTerms terms, Language language) {
        return agreement(goesTo(), instead(), terms, language);
    }

    /**
     * @param instead where it goes once the cause is full or closed; null for nowhere
     */
    public static String agreement(
            Cause cause, @Nullable Fund instead, GiftTerms terms, Language language) {
        return terms.agreement(
                cause.purpose(), instead == null ? null : Cause.of(instead).purpose(), language);
    }

    /** The cause of {@link #instead} or of {@link #goesTo}, as forms and messages know it. */
    public String insteadCode() {
        return need == null ? "" : Cause.of(need.instead()).code();
    }

    /** What a form sends back, to show that this and nothing else was on its page. */
    public String seen() {
        return need == null ? "" : need.state() + ":" + insteadCode();
    }

    /** The same of a form that offers several: which was chosen of them. */
    public String choice() {
        return wished.code() + ":" + seen();
    }
}
