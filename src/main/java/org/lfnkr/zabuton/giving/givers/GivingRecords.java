package org.lfnkr.zabuton.giving.givers;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore;
import org.lfnkr.zabuton.giving.pledges.ChargeStore;
import org.lfnkr.zabuton.giving.pledges.GiftWords;
import org.lfnkr.zabuton.giving.pledges.Givers;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.giving.thanks.PublicName;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Obstacle;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.Recipient;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** What gifts tell of the people who gave them. */
@Component
@Order(20)
public class GivingRecords implements PersonalRecords {

    /** The books (会社法432条に準じる). Nobody's name stands in them. */
    private static final int YEARS_OF_BOOKS = 10;

    /** The list of givers (寄附者名簿). */
    private static final int YEARS_OF_GIVERS = 5;

    private final PledgeStore pledges;
    private final GiftPlanStore planStore;
    private final ChargeStore charges;
    private final GiftWords words;
    private final PublicNames names;
    private final Givers givers;
    private final Plans plans;
    private final JsonMapper json;

    GivingRecords(
            PledgeStore pledges,
            GiftPlanStore planStore,
            ChargeStore charges,
            GiftWords words,
            PublicNames names,
            Givers givers,
            Plans plans,
            JsonMapper json) {
        this.pledges = pledges;
        this.planStore = planStore;
        this.charges = charges;
        this.words = words;
        this.names = names;
        this.givers = givers;
        this.plans = plans;
        this.json = json;
    }

    @Override
    public String section() {
        return "giving";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return first(member).concatMap(this::record);
    }

    /** Other terms of a plan are no gift of their own. */
    private Flux<Pledge> first(Member member) {
        return pledges.of(member).distinct(Pledge::story);
    }

    @Override
    public Flux<UUID> matters(Member member) {
        return Flux.concat(
                pledges.of(member).map(pledge -> pledge.id().value()),
                planStore.of(member).map(plan -> plan.id().value()),
                charges.of(member).map(charge -> charge.payment().value()));
    }

    private Mono<PersonalRecord> record(Pledge pledge) {
        return Mono.zip(words.dedication(pledge), alias(pledge), givers.of(pledge))
                .map(
                        said ->
                                facts(pledge)
                                        .and("giver", said.getT3().name())
                                        .and("honouree", said.getT1().honouree())
                                        .and("message", said.getT1().message())
                                        .and("organisation", said.getT1().organisation())
                                        .and("alias", said.getT2())
                                        .build());
    }

    private Mono<String> alias(Pledge pledge) {
        return names.of(pledge).map(PublicName::text).next().defaultIfEmpty("");
    }

    private static PersonalRecord.Builder facts(Pledge pledge) {
        String every = pledge.frequency().code();
        String cause = Cause.of(pledge.fund()).code();
        return PersonalRecord.with("reference", pledge.reference())
                .and("madeAt", pledge.madeAt())
                .and("frequency", new Word(every, "giving.frequency." + every))
                .and("cause", new Word(cause, "giving.cause." + cause))
                .and("gift", pledge.parts().gift())
                .and("cover", pledge.parts().isCovered() ? pledge.parts().cover() : null);
    }

    /** A code that may still be paid, a payment in question: somebody has to be reachable. */
    @Override
    public Flux<Obstacle> obstacles(Member member) {
        return pledges.of(member)
                .filter(pledge -> pledge.status().isOpen() || pledge.status() == PledgeStatus.HELD)
                .map(pledge -> new Obstacle("giving.data.obstacle", pledge.reference()));
    }

    @Override
    public Flux<KeptRecord> kept(Member member) {
        return Flux.concat(books(member), givers(member));
    }

    private Flux<KeptRecord> books(Member member) {
        return charges.of(member)
                .map(GivingRecords::day)
                .collectList()
                .flatMapMany(days -> Mono.justOrEmpty(days.stream().max(Comparator.naturalOrder())))
                .map(last -> new KeptRecord("books", last.plusYears(YEARS_OF_BOOKS), ""));
    }

    private Flux<KeptRecord> givers(Member member) {
        return charges.of(member)
                .concatMap(
                        charge ->
                                pledges.find(charge.pledge())
                                        .flatMap(words::recipient)
                                        .map(giver -> giver(charge, giver)));
    }

    private KeptRecord giver(Charge charge, Recipient giver) {
        Map<String, Object> text =
                Map.of(
                        "giver", giver.name() + "\n" + giver.email().value(),
                        "gift", charge.parts().gift().yen(),
                        "paidOn", day(charge).toString());
        return new KeptRecord(
                "givers", day(charge).plusYears(YEARS_OF_GIVERS), json.writeValueAsString(text));
    }

    private static LocalDate day(Charge charge) {
        return BusinessDate.of(charge.chargedAt());
    }

    /**
     * Nothing is charged to a card whose owner nobody knows any more, nor kept for it at Stripe.
     */
    @Override
    public Mono<Void> erase(Member member) {
        return planStore
                .of(member)
                .concatMap(plan -> plans.forget(plan.payments()))
                .then(names.forget(member));
    }
}
