package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.checkout.ProofController;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Optional;

/** Asks a buyer to confirm the mail address of the checkout. */
@Controller
@RequestMapping("/{lang:en|ja}/checkout/proof")
class CheckoutProofController extends ProofController {

    private final CheckoutCookie drafts;
    private final PostalCodes postalCodes;

    CheckoutProofController(CheckoutCookie drafts, ProofPages pages, PostalCodes postalCodes) {
        super("/checkout", pages);
        this.drafts = drafts;
        this.postalCodes = postalCodes;
    }

    @Override
    protected Optional<EmailAddress> email(ServerHttpRequest request) {
        return drafts.read(request)
                .map(draft -> CheckoutReader.read(draft.typed(), postalCodes))
                .flatMap(
                        answers ->
                                answers instanceof CheckoutAnswers.Good good
                                        ? Optional.of(good.email())
                                        : Optional.empty());
    }
}
