package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.vault.Tokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/** Makes a pledge, all of it or nothing, in one transaction. Nothing remote is called here. */
@Component
class Pledging {

    private final PledgeStore store;
    private final OpenCauses open;
    private final GiftEstimates estimates;
    private final Destinations destinations;
    private final PledgeRecording recording;
    private final Guard guard;
    private final Tokens tokens;
    private final JsonMapper json;

    Pledging(
            PledgeStore store,
            OpenCauses open,
            GiftEstimates estimates,
            Destinations destinations,
            PledgeRecording recording,
            Guard guard,
            Tokens tokens,
            JsonMapper json) {
        this.store = store;
        this.open = open;
        this.estimates = estimates;
        this.destinations = destinations;
        this.recording = recording;
        this.guard = guard;
        this.tokens = tokens;
        this.json = json;
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
                        wish.dedication(),
                        wish.destination());
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
        return pledge.status().isOpen() || pledge.status() == PledgeStatus.OF_PLAN
                ? new GiveResult.Pledged(pledge)
                : new GiveResult.Done(pledge);
    }

    private Mono<GiveResult> decide(GiveWish wish, String fingerprint) {
        return destinations
                .of(wish.cause())
                .flatMap(destination -> decide(wish, fingerprint, destination));
    }

    private Mono<GiveResult> decide(GiveWish wish, String fingerprint, Destination destination) {
        GiftParts parts = estimates.parts(wish.gift(), wish.coversFee(), wish.frequency());
        return Mono.justOrEmpty(refusal(wish, parts, destination))
                .delayUntil(refused -> guard.turnedAway(Passage.of(wish.attempt(), fingerprint)))
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        pledge(
                                                new PledgeDraft(
                                                        wish.to(destination.goesTo()),
                                                        parts,
                                                        fingerprint,
                                                        destination.instead()))));
    }

    private Optional<GiveResult> refusal(GiveWish wish, GiftParts parts, Destination destination) {
        if (!open.has(wish.cause())) {
            return Optional.of(new GiveResult.CauseClosed());
        }
        if (!parts.total().equals(wish.seen())) {
            return Optional.of(new GiveResult.SumChanged());
        }
        if (!destination.seen().equals(wish.destination())) {
            return Optional.of(new GiveResult.DestinationChanged());
        }
        return wish.agreed() ? Optional.empty() : Optional.of(new GiveResult.NotAgreed());
    }

    private Mono<GiveResult> pledge(PledgeDraft draft) {
        return estimates
                .price(draft.wish().cause())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(price -> recording.record(draft.at(price.orElse(null))))
                .map(GiveResult.Pledged::new);
    }
}
