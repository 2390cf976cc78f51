package org.lfnkr.zabuton.funds.outcomes;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Disbursements;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says of one disbursement what it did with somebody's money. */
@Component
class TrailSteps {

    private final OutcomeStore store;
    private final ShortfallStore shortfalls;
    private final Disbursements disbursements;
    private final Messages messages;
    private final Formats formats;

    TrailSteps(
            OutcomeStore store,
            ShortfallStore shortfalls,
            Disbursements disbursements,
            Messages messages,
            Formats formats) {
        this.store = store;
        this.shortfalls = shortfalls;
        this.disbursements = disbursements;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * What is said together, since each sentence speaks of the one before it.
     *
     * @param day on which it began; null where it has not
     */
    record Told(@Nullable LocalDate day, List<String> sentences) {}

    /**
     * @param share yen of theirs in it; nothing is said of none
     */
    Mono<Told> of(UUID disbursement, Money share, Days days) {
        return share.isPositive()
                ? store.find(disbursement)
                        .flatMap(it -> of(it, share, days))
                        .switchIfEmpty(
                                Mono.defer(() -> other(disbursement, share, days.language())))
                : Mono.empty();
    }

    private Mono<Told> of(Bought it, Money share, Days days) {
        Purchase purchase = it.purchase();
        return Flux.concat(
                        Mono.fromSupplier(() -> bought(it, share, days)),
                        store.deliveries(it.disbursement()).map(one -> arrived(it, one, days)),
                        shortfalls
                                .of(it.disbursement())
                                .flatMap(one -> Mono.justOrEmpty(missing(it, one, days))))
                .collectList()
                .map(all -> new Told(purchase == null ? null : purchase.boughtOn(), all));
    }

    private String bought(Bought it, Money share, Days days) {
        Language language = days.language();
        Purchase purchase = it.purchase();
        return purchase == null
                ? messages.text(
                        "trail.planned",
                        language,
                        formats.yen(share),
                        amount(it, it.planned(), language))
                : messages.text(
                        share.equals(purchase.kept()) ? "trail.bought.alone" : "trail.bought",
                        language,
                        days.text(purchase.boughtOn()),
                        formats.yen(share),
                        amount(it, purchase.bought(), language),
                        formats.yen(purchase.kept()));
    }

    private String arrived(Bought it, Delivery one, Days days) {
        return messages.text(
                "trail.arrived",
                days.language(),
                days.text(one.arrivedOn()),
                amount(it, one.units(), days.language()));
    }

    /** Empty before a second person has agreed. */
    private Optional<String> missing(Bought it, Shortfall one, Days days) {
        return Optional.ofNullable(one.decidedAt())
                .map(at -> missing(it, one, days.text(BusinessDate.of(at)), days.language()));
    }

    private String missing(Bought it, Shortfall one, String day, Language language) {
        String what = amount(it, one.units(), language);
        String why = messages.text("impact.cause." + one.reason().code(), language);
        Substitute instead = one.instead();
        Long came = one.came();
        return instead == null || came == null
                ? messages.text("trail.missing", language, day, what, why)
                : messages.text(
                        "trail.instead", language, day, what, came(it, instead, came, language));
    }

    private String came(Bought it, Substitute instead, long units, Language language) {
        return messages.text(
                "impact.amount." + it.unitKey(),
                language,
                units,
                messages.text("outcomes.substitute." + instead.code(), language));
    }

    private String amount(Bought it, long units, Language language) {
        return messages.text(
                "impact.amount." + it.unitKey(), language, units, it.name().in(language));
    }

    private Mono<Told> other(UUID id, Money share, Language language) {
        return disbursements
                .find(new DisbursementId(id))
                .map(it -> new Told(it.paidOn(), List.of(spent(it, share, language))));
    }

    private String spent(Disbursement it, Money share, Language language) {
        return messages.text(
                "trail.spent",
                language,
                formats.yen(share),
                messages.text("disbursements.purpose." + it.plan().purpose().code(), language));
    }
}
