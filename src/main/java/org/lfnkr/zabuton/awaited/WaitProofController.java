package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.checkout.ProofController;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Optional;

/** Asks whoever waits to confirm their mail address. */
@Controller
@RequestMapping("/{lang:en|ja}/awaited/proof")
class WaitProofController extends ProofController {

    private final WaitCookie drafts;

    WaitProofController(WaitCookie drafts, ProofPages pages) {
        super("/awaited", "awaited.proof.lead", pages);
        this.drafts = drafts;
    }

    @Override
    protected Optional<EmailAddress> email(ServerHttpRequest request) {
        return drafts.read(request).map(WaitForm::of).flatMap(WaitForm::email);
    }
}
