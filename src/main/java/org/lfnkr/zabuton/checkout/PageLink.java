package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What opens the page of an order or a gift: the reference that people read out, and a key that
 * nobody can guess and that the database does not hold.
 */
public interface PageLink {

    /** The path behind the language. */
    String path();

    /**
     * Leads on to the payment page; where it can't be opened, to this page, which goes on trying
     * and says so where nobody answered.
     */
    default Rendering leadOn(Opening opening, Language language) {
        return switch (opening) {
            case Opening.Open open -> Redirects.to(open.url().toString());
            case Opening.Pending pending -> Redirects.to(language, path() + "?payment=unreached");
            case Opening.Closed closed -> Redirects.to(language, path());
            case Opening.Rejected rejected -> Redirects.to(language, path());
        };
    }
}
