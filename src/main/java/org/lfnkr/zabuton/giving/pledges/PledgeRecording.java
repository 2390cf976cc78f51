package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;

/** Writes a pledge with all that belongs to it, in the caller's transaction. */
@Component
class PledgeRecording {

    private final PledgeStore store;
    private final HappeningStore happenings;
    private final GiftEstimates estimates;
    private final Supporters supporters;
    private final Givers givers;
    private final Vault vault;
    private final Payments payments;
    private final PledgedPlans plans;
    private final GiftPaymentRequests requests;
    private final Impact impact;
    private final GiftTerms terms;
    private final PublicNames names;
    private final JsonMapper json;
    private final Clock clock;

    PledgeRecording(
            PledgeStore store,
            HappeningStore happenings,
            GiftEstimates estimates,
            Supporters supporters,
            Givers givers,
            Vault vault,
            Payments payments,
            PledgedPlans plans,
            GiftPaymentRequests requests,
            Impact impact,
            GiftTerms terms,
            PublicNames names,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.happenings = happenings;
        this.estimates = estimates;
        this.supporters = supporters;
        this.givers = givers;
        this.vault = vault;
        this.payments = payments;
        this.plans = plans;
        this.requests = requests;
        this.impact = impact;
        this.terms = terms;
        this.names = names;
        this.json = json;
        this.clock = clock;
    }

    Mono<Pledge> record(PledgeDraft draft) {
        GiveWish wish = draft.wish();
        return supporters
                .recognise(wish.email(), wish.name(), wish.language())
                .delayUntil(supporter -> agree(draft, supporter))
                .flatMap(
                        supporter ->
                                wish.frequency().isRegular()
                                        ? plan(draft, supporter)
                                        : once(draft, supporter))
                .delayUntil(pledge -> write(draft, pledge))
                .delayUntil(pledge -> givers.keep(pledge, wish.name()));
    }

    private Mono<Void> agree(PledgeDraft draft, Supporter supporter) {
        GiveWish wish = draft.wish();
        return supporters.consent(
                supporter.id(),
                wish.cause().code(),
                GiftTerms.VERSION.toString(),
                Destination.agreement(wish.cause(), draft.instead(), terms, wish.language()));
    }

    private Mono<Pledge> once(PledgeDraft draft, Supporter supporter) {
        return payments.request(requests.once(draft, supporter.subject()))
                .delayUntil(payment -> promise(draft, payment))
                .map(payment -> draft.once(supporter, payment, clock.instant()));
    }

    /** What is given once has its payment already, and so the subject of its statement. */
    private Mono<Void> promise(PledgeDraft draft, PaymentId payment) {
        OutcomePrice price = draft.price();
        return price == null
                ? Mono.empty()
                : impact.promise(
                        payment.value(),
                        price,
                        estimates.story(price, draft.parts(), Frequency.ONCE).money());
    }

    private Mono<Pledge> plan(PledgeDraft draft, Supporter supporter) {
        return plans.begin(draft, supporter)
                .map(id -> draft.planned(supporter, id, clock.instant()));
    }

    private Mono<Void> write(PledgeDraft draft, Pledge pledge) {
        Happening pledged =
                new Happening(Happening.Kind.PLEDGED, pledge.parts().total(), pledge.madeAt());
        return store.add(pledge, draft.fingerprint())
                .then(happenings.note(pledge.story(), pledged))
                .then(words(draft.wish().dedication().withoutAlias(), pledge))
                .then(alias(draft.wish().dedication().alias(), pledge));
    }

    private Mono<Void> words(Dedication words, Pledge pledge) {
        return pledge.withWords()
                ? vault.seal(pledge.subject(), pledge.wordsPlace(), json.writeValueAsString(words))
                : Mono.empty();
    }

    private Mono<Void> alias(String alias, Pledge pledge) {
        return alias.isEmpty() ? Mono.empty() : names.choose(pledge, alias);
    }
}
