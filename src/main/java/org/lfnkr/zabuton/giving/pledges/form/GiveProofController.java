package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.checkout.ProofController;
import org.lfnkr.zabuton.giving.pledges.OpenCauses;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Optional;

/** Asks a giver to confirm the mail address of the form. */
@Controller
@RequestMapping("/{lang:en|ja}/give/proof")
class GiveProofController extends ProofController {

    private final GiveCookie drafts;
    private final OpenCauses open;

    GiveProofController(GiveCookie drafts, OpenCauses open, ProofPages pages) {
        super("/give", pages);
        this.drafts = drafts;
        this.open = open;
    }

    @Override
    protected Optional<EmailAddress> email(ServerHttpRequest request) {
        return drafts.read(request)
                .map(draft -> GiveReader.read(draft.typed(), open.first()))
                .flatMap(
                        answers ->
                                answers instanceof GiveAnswers.Good good
                                        ? Optional.of(good.email())
                                        : Optional.empty());
    }
}
