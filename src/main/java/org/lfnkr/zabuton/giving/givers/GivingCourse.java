package org.lfnkr.zabuton.giving.givers;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.plans.GiftPlanStore;
import org.lfnkr.zabuton.giving.pledges.ChargeStore;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.HappeningStore;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.giving.thanks.PublicName;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became of a person's gifts: payments, changes, reasons for stopping, names for thanks. */
@Configuration(proxyBeanMethods = false)
class GivingCourse {

    private static final Set<String> METHODS = Set.of("card", "konbini", "bank", "cash", "postal");

    private final PledgeStore pledges;
    private final GiftPlanStore plans;
    private final ChargeStore charges;
    private final HappeningStore happenings;
    private final PublicNames names;
    private final Plans payments;
    private final Destinations destinations;

    GivingCourse(
            PledgeStore pledges,
            GiftPlanStore plans,
            ChargeStore charges,
            HappeningStore happenings,
            PublicNames names,
            Plans payments,
            Destinations destinations) {
        this.pledges = pledges;
        this.plans = plans;
        this.charges = charges;
        this.happenings = happenings;
        this.names = names;
        this.payments = payments;
        this.destinations = destinations;
    }

    private record Section(String section, Function<Member, Flux<PersonalRecord>> reading)
            implements PersonalRecords {

        @Override
        public Flux<PersonalRecord> of(Member member) {
            return reading.apply(member);
        }
    }

    @Bean
    @Order(21)
    PersonalRecords chargeRecords() {
        return new Section("charges", member -> charges.of(member).concatMap(this::charge));
    }

    /** Means of other names than these are not offered. */
    private static Word method(String means) {
        String known = METHODS.contains(means) ? means : "other";
        return new Word(means, "charges.data.method." + known);
    }

    private Mono<PersonalRecord> charge(Charge charge) {
        return destinations
                .elsewhere(charge.payment())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(elsewhere -> charge(charge, elsewhere));
    }

    private static PersonalRecord charge(Charge charge, Optional<Cause> elsewhere) {
        return PersonalRecord.with("chargedAt", charge.chargedAt())
                .and("gift", charge.parts().gift())
                .and("cover", charge.parts().isCovered() ? charge.parts().cover() : null)
                .and("method", method(charge.method()))
                .and("cause", elsewhere.map(GivingCourse::cause).orElse(null))
                .and("refunded", charge.refunded().isPositive() ? charge.refunded() : null)
                .and("held", charge.held().isPositive() ? charge.held() : null)
                .and("lost", charge.lost() ? charge.parts().total() : null)
                .build();
    }

    /** Where it went, if not for what was chosen. */
    private static Word cause(Cause cause) {
        return new Word(cause.code(), "giving.cause." + cause.code());
    }

    @Bean
    @Order(22)
    PersonalRecords courseRecords() {
        return new Section(
                "course",
                member ->
                        pledges.of(member)
                                .map(Pledge::story)
                                .distinct()
                                .concatMap(happenings::of)
                                .map(GivingCourse::happening));
    }

    private static PersonalRecord happening(Happening it) {
        String what = it.kind().code();
        return PersonalRecord.with("at", it.at())
                .and("what", new Word(what, "giving.happened." + what, it.amount()))
                .and("amount", it.amount())
                .build();
    }

    @Bean
    @Order(23)
    PersonalRecords farewellRecords() {
        return new Section(
                "farewells",
                member ->
                        plans.farewells(member)
                                .map(
                                        it ->
                                                PersonalRecord.with("at", it.at())
                                                        .and("reason", reason(it.reason()))
                                                        .build()));
    }

    private static Word reason(String reason) {
        return new Word(reason, "giving.stop.reason." + reason);
    }

    @Bean
    @Order(25)
    PersonalRecords cardRecords() {
        return new Section("cards", member -> plans.of(member).concatMap(this::card));
    }

    private Mono<PersonalRecord> card(GiftPlan plan) {
        return payments.view(plan.payments())
                .mapNotNull(PlanView::card)
                .map(
                        card ->
                                PersonalRecord.with("plan", plan.reference())
                                        .and("brand", new Word(card.brand(), card.brandKey()))
                                        .and("last4", card.last4())
                                        .and("expires", card.expires().toString())
                                        .build());
    }

    @Bean
    @Order(24)
    PersonalRecords nameRecords() {
        return new Section("names", member -> names.of(member).map(GivingCourse::name));
    }

    private static PersonalRecord name(PublicName name) {
        return PersonalRecord.with("text", name.text())
                .and("standing", standing(name.standing()))
                .build();
    }

    private static Word standing(String standing) {
        return new Word(standing, "giving.thanks.standing." + standing);
    }
}
