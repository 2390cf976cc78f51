package org.lfnkr.zabuton.giving.pledges.page;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftPapers;
import org.lfnkr.zabuton.giving.pledges.GiftStanding;
import org.lfnkr.zabuton.giving.pledges.GiftTimeline;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.PlanPage;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.MoneyTrail;
import org.lfnkr.zabuton.impact.Trail;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.web.LiveChanges;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.TimelineStep;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Composes the page of a gift from the pledge, its payment and its impact. */
@Component
class GiftPages {

    private final Giving giving;
    private final PlanPage planPage;
    private final GiftPapers papers;
    private final Impact impact;
    private final MoneyTrail trail;
    private final Destinations destinations;
    private final GiftTimeline timeline;
    private final LiveChanges live;
    private final Clock clock;
    private final UndeliveredLetters undelivered;
    private final Outbox outbox;

    GiftPages(
            Giving giving,
            PlanPage planPage,
            GiftPapers papers,
            Impact impact,
            MoneyTrail trail,
            Destinations destinations,
            GiftTimeline timeline,
            LiveChanges live,
            UndeliveredLetters undelivered,
            Outbox outbox,
            Clock clock) {
        this.live = live;
        this.undelivered = undelivered;
        this.giving = giving;
        this.planPage = planPage;
        this.papers = papers;
        this.impact = impact;
        this.trail = trail;
        this.destinations = destinations;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param unreached whether the payment page was asked for and did not answer
     */
    Mono<Rendering> of(
            ServerWebExchange exchange, Pledge pledge, Language language, boolean unreached) {
        return papers.hasCard(pledge)
                .flatMap(
                        card ->
                                planPage.open(
                                        exchange, pledge, language, here(pledge, language), card))
                .switchIfEmpty(Mono.defer(() -> once(pledge, language, unreached)));
    }

    private String here(Pledge pledge, Language language) {
        return "/" + language.tag() + giving.link(pledge).path();
    }

    private Mono<Rendering> once(Pledge pledge, Language language, boolean unreached) {
        return Mono.zip(
                        giving.charges(pledge).collectList(),
                        giving.standing(pledge),
                        giving.happenings(pledge).collectList(),
                        payment(pledge),
                        impact(pledge),
                        papers.hasCard(pledge),
                        giving.refunds(pledge).collectList(),
                        undelivered.about(List.of(pledge.reference())))
                .map(
                        parts ->
                                render(
                                                pledge,
                                                parts.getT1(),
                                                parts.getT2(),
                                                parts.getT3(),
                                                parts.getT4(),
                                                parts.getT5(),
                                                language)
                                        .with("card", parts.getT6())
                                        .with("refunds", parts.getT7())
                                        .with(
                                                "version",
                                                version(
                                                        pledge,
                                                        parts.getT1(),
                                                        parts.getT7(),
                                                        parts.getT5()))
                                        .with("undelivered", parts.getT8())
                                        .with("unreached", unreached))
                .flatMap(
                        page ->
                                trail(pledge, language)
                                        .map(it -> page.with("trail", it.orElse(null))))
                .flatMap(
                        page ->
                                elsewhere(pledge)
                                        .map(it -> page.with("elsewhere", it.orElse(null))))
                .map(Page::rendering);
    }

    /** What its money went to, where that is not what it was given for. */
    private Mono<Optional<String>> elsewhere(Pledge pledge) {
        return Mono.justOrEmpty(pledge.payment())
                .flatMap(destinations::elsewhere)
                .map(Cause::code)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Trail>> trail(Pledge pledge, Language language) {
        return Mono.justOrEmpty(pledge.payment())
                .flatMap(payment -> trail.of(payment.value(), language))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<PaymentView>> payment(Pledge pledge) {
        return giving.payment(pledge).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<ImpactStory>> impact(Pledge pledge) {
        return Mono.justOrEmpty(pledge.payment())
                .flatMap(payment -> impact.story(payment.value()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Page render(
            Pledge pledge,
            List<Charge> charges,
            GiftStanding standing,
            List<Happening> happenings,
            Optional<PaymentView> payment,
            Optional<ImpactStory> told,
            Language language) {
        GiftParts back = charges.isEmpty() ? GiftParts.NONE : charges.getFirst().back();
        Money held = charges.isEmpty() ? Money.ZERO : charges.getFirst().held();
        return Page.of("giving/gift")
                .with("pledge", pledge)
                .with("state", standing.code())
                .with("cause", Cause.of(pledge.fund()).code())
                .with("back", back)
                .with("held", held)
                .with("steps", steps(standing, told, happenings, language))
                .with("payment", payment.orElse(null))
                .with("lapsed", payment.filter(this::isPastItsTime).isPresent())
                .with("story", told.filter(it -> standing.saysImpact()).orElse(null))
                .with("here", here(pledge, language));
    }

    private List<TimelineStep> steps(
            GiftStanding standing,
            Optional<ImpactStory> told,
            List<Happening> happenings,
            Language language) {
        ImpactState impact = told.map(ImpactStory::state).orElse(null);
        return timeline.of(standing, impact, happenings, language);
    }

    /** A store may report a payment after the time that stands on the code. */
    private boolean isPastItsTime(PaymentView payment) {
        Instant payBy = payment.payBy();
        return payBy != null && clock.instant().isAfter(payBy);
    }

    /**
     * @param seen the version of the page that the reader has
     */
    Flux<ServerSentEvent<String>> changes(PledgeLink link, String seen) {
        return live.of(seen, news(link), giving.open(link).flatMap(this::version));
    }

    private Flux<String> news(PledgeLink link) {
        return giving.open(link)
                .flatMapMany(pledge -> planPage.streams(pledge).startWith(pledge.id().purpose()))
                .distinct()
                .flatMap(outbox::taken, Integer.MAX_VALUE);
    }

    private Mono<String> version(Pledge pledge) {
        return planPage.version(pledge).switchIfEmpty(Mono.defer(() -> versionOnce(pledge)));
    }

    private Mono<String> versionOnce(Pledge pledge) {
        return Mono.zip(
                        giving.charges(pledge).collectList(),
                        giving.refunds(pledge).collectList(),
                        impact(pledge))
                .map(parts -> version(pledge, parts.getT1(), parts.getT2(), parts.getT3()));
    }

    /** The same on every node, as long as the gift, its refunds and its impact are the same. */
    private static String version(
            Pledge pledge,
            List<Charge> charges,
            List<RefundView> refunds,
            Optional<ImpactStory> told) {
        return Integer.toHexString(
                (pledge + " " + charges + " " + refunds + " " + told).hashCode());
    }
}
