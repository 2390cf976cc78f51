package org.lfnkr.zabuton.giving.pledges.form;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentView;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Knows the gift whose konbini code this browser was given: nobody comes back to us from there. */
@Component
class WaitingGifts {

    private final GiveCookie drafts;
    private final Giving giving;

    WaitingGifts(GiveCookie drafts, Giving giving) {
        this.drafts = drafts;
        this.giving = giving;
    }

    /**
     * @param path of its page, behind the language
     */
    record Notice(String reference, String path, Money total, URI code, @Nullable Instant payBy) {}

    Mono<Optional<Notice>> of(ServerWebExchange exchange) {
        return Mono.justOrEmpty(drafts.read(exchange.getRequest()))
                .flatMap(draft -> giving.latest(draft.attempt()))
                .flatMap(this::present)
                .filter(pledge -> pledge.status() == PledgeStatus.AWAITING_KONBINI)
                .flatMap(pledge -> giving.payment(pledge).map(payment -> notice(pledge, payment)))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Pledge> present(Pledge pledge) {
        return pledge.status() == PledgeStatus.AWAITING_PAYMENT
                ? giving.refresh(pledge)
                : Mono.just(pledge);
    }

    private Optional<Notice> notice(Pledge pledge, PaymentView payment) {
        return Optional.ofNullable(payment.instructions())
                .map(
                        code ->
                                new Notice(
                                        pledge.reference(),
                                        giving.link(pledge).path(),
                                        pledge.parts().total(),
                                        code,
                                        payment.payBy()));
    }
}
