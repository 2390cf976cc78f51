package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.Payments;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes a pledge, all of it or nothing, in one transaction. Nothing remote is called here. */
@Component
class Pledging {

    private final PledgeStore store;
    private final ChargeStore charges;
    private final OpenCauses open;
    private final GiftEstimates estimates;
    private final Supporters supporters;
    private final Vault vault;
    private final Payments payments;
    private final GiftPaymentRequests requests;
    private final Impact impact;
    private final GiftTerms terms;
    private final Tokens tokens;
    private final JsonMapper json;
    private final Clock clock;

    Pledging(
            PledgeStore store,
            ChargeStore charges,
            OpenCauses open,
            GiftEstimates estimates,
            Supporters supporters,
            Vault vault,
            Payments payments,
            GiftPaymentRequests requests,
            Impact impact,
            GiftTerms terms,
            Tokens tokens,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.charges = charges;
        this.open = open;
        this.estimates = estimates;
        this.supporters = supporters;
        this.vault = vault;
        this.payments = payments;
        this.requests = requests;
        this.impact = impact;
        this.terms = terms;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    /** The same for the same wish; keyed, because there are names in it. */
    String fingerprint(GiveWish wish) {
        List<Object> content =
                List.of(
                        wish.frequency(),
                        wish.cause(),
                        wish.gift(),
                        wish.coversFee(),
                        wish.name(),
                        wish.email().value(),
                        wish.dedication());
        return tokens.sign("gift-fingerprint", json.writeValueAsString(content));
    }

    @Transactional
    public Mono<GiveResult> give(GiveWish wish, String fingerprint) {
        return store.lockAttempt(wish.attempt())
                .then(store.find(wish.attempt(), fingerprint))
                .map(Pledging::madeBefore)
                .switchIfEmpty(Mono.defer(() -> decide(wish, fingerprint)));
    }

    private static GiveResult madeBefore(Pledge pledge) {
        return pledge.status().isOpen()
                ? new GiveResult.Pledged(pledge)
                : new GiveResult.Done(pledge);
    }

    private Mono<GiveResult> decide(GiveWish wish, String fingerprint) {
        GiftParts parts = estimates.parts(wish.gift(), wish.coversFee());
        return Mono.justOrEmpty(refusal(wish, parts))
                .switchIfEmpty(Mono.defer(() -> pledge(new PledgeDraft(wish, parts, fingerprint))));
    }

    private Optional<GiveResult> refusal(GiveWish wish, GiftParts parts) {
        if (!open.has(wish.cause())) {
            return Optional.of(new GiveResult.CauseClosed());
        }
        if (!parts.total().equals(wish.seen())) {
            return Optional.of(new GiveResult.SumChanged());
        }
        return wish.agreed() ? Optional.empty() : Optional.of(new GiveResult.NotAgreed());
    }

    private Mono<GiveResult> pledge(PledgeDraft draft) {
        return estimates
                .price(draft.wish().cause())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(price -> record(draft.at(price.orElse(null))))
                .map(GiveResult.Pledged::new);
    }

    private Mono<Pledge> record(PledgeDraft draft) {
        GiveWish wish = draft.wish();
        return supporters
                .recognise(wish.email(), wish.name(), wish.language())
                .delayUntil(supporter -> agree(wish, supporter))
                .zipWhen(supporter -> payments.request(requests.of(draft, supporter.subject())))
                .map(both -> draft.once(both.getT1(), both.getT2(), clock.instant()))
                .delayUntil(pledge -> write(draft, pledge))
                .delayUntil(pledge -> promise(draft, pledge));
    }

    private Mono<Void> agree(GiveWish wish, Supporter supporter) {
        return supporters.consent(
                supporter.id(),
                wish.cause().code(),
                GiftTerms.VERSION.toString(),
                terms.agreement(wish.cause().purpose(), wish.language()));
    }

    private Mono<Void> write(PledgeDraft draft, Pledge pledge) {
        Happening pledged =
                new Happening(Happening.Kind.PLEDGED, pledge.parts().total(), pledge.madeAt());
        return store.add(pledge, draft.fingerprint())
                .then(charges.note(pledge.id().value(), pledged))
                .then(words(draft.wish().dedication(), pledge));
    }

    private Mono<Void> words(Dedication words, Pledge pledge) {
        return pledge.withWords()
                ? vault.seal(pledge.subject(), pledge.wordsPlace(), json.writeValueAsString(words))
                : Mono.empty();
    }

    /** What is given once has its payment already, and so the subject of its statement. */
    private Mono<Void> promise(PledgeDraft draft, Pledge pledge) {
        PaymentId payment = pledge.payment();
        OutcomePrice price = draft.price();
        return payment == null || price == null
                ? Mono.empty()
                : impact.promise(
                        payment.value(), price, estimates.story(price, pledge.parts()).money());
    }
}
