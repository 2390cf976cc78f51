package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.GiftTimeline;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.mail.UndeliveredLetters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.TimelineStep;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Composes the pages of a plan. */
@Component
class PlanPages {

    private final Giving giving;
    private final GiftHistory history;
    private final GiftTimeline timeline;
    private final GiftEstimates estimates;
    private final UndeliveredLetters undelivered;
    private final PlanPurposes purposes;
    private final Clock clock;

    PlanPages(
            Giving giving,
            GiftHistory history,
            GiftTimeline timeline,
            GiftEstimates estimates,
            UndeliveredLetters undelivered,
            PlanPurposes purposes,
            Clock clock) {
        this.purposes = purposes;
        this.undelivered = undelivered;
        this.giving = giving;
        this.history = history;
        this.timeline = timeline;
        this.estimates = estimates;
        this.clock = clock;
    }

    /**
     * What of a plan is shown, and where.
     *
     * @param here the page's path, with the language
     * @param before the payment behind which the history goes on; empty for the latest
     * @param until how many steps of the timeline come before those shown later; empty for the
     *     latest
     */
    record Place(Language language, String here, String before, String until) {

        static Place of(Language language, String here) {
            return new Place(language, here, "", "");
        }

        /** The last steps, or the last of those before. */
        Steps of(List<Happening> happenings) {
            int end =
                    until.matches("[0-9]{1,6}")
                            ? Math.min(Integer.parseInt(until), happenings.size())
                            : happenings.size();
            int from = Math.max(0, end - Slice.SIZE);
            return new Steps(happenings.subList(from, end), from, end == happenings.size());
        }
    }

    /**
     * Some of what happened, oldest first.
     *
     * @param before how many came before
     */
    record Steps(List<Happening> happenings, int before, boolean latest) {}

    /**
     * The page that a link opens.
     *
     * @param here its path, with the language
     * @param card whether a card in somebody's honour is ready
     * @param told message key of what became of the latest wish; null for none
     */
    Mono<Rendering> open(
            GiftPlanView plan,
            Language language,
            String here,
            boolean card,
            @Nullable String told) {
        return page("giving/plan", plan, Place.of(language, here))
                .zipWith(version(plan))
                .map(
                        both ->
                                both.getT1()
                                        .with("version", both.getT2())
                                        .with("card", card)
                                        .with("told", told)
                                        .rendering());
    }

    /**
     * The giver's own page.
     *
     * @param form of the amount
     * @param told message key of what became of the latest wish; null for none
     */
    Mono<Rendering> own(GiftPlanView plan, Place place, Form form, @Nullable String told) {
        return page("giving/mine", plan, place)
                .zipWith(
                        purposes.offered(plan).collectList(),
                        (page, some) -> page.with("purposes", some))
                .zipWith(version(plan))
                .map(
                        both ->
                                both.getT1()
                                        .with("changes", changes(plan, place, both.getT2()))
                                        .with("form", form)
                                        .with("told", told)
                                        .with("choices", PlanChoices.of(plan, today()))
                                        .rendering());
    }

    /**
     * Where it is told, by the plan's link, that a change is made; the version is the same there.
     */
    private String changes(GiftPlanView plan, Place place, String version) {
        String link = giving.link(plan.pledge()).path();
        return "/" + place.language().tag() + link + "/changes?seen=" + version;
    }

    private Mono<Page> page(String template, GiftPlanView plan, Place place) {
        return Mono.zip(
                        history(plan, place.before()),
                        giving.happenings(plan.pledge()).collectList().map(place::of),
                        story(plan),
                        undelivered.about(List.of(plan.plan().reference())),
                        purposes.takesNoMore(plan))
                .map(
                        parts ->
                                Page.of(template)
                                        .with("undelivered", parts.getT4())
                                        .with("takesNoMore", parts.getT5())
                                        .with("instead", instead(plan))
                                        .with("plan", plan)
                                        .with("state", plan.state().code())
                                        .with("cause", Cause.of(plan.pledge().fund()).code())
                                        .with("every", plan.pledge().frequency().code())
                                        .with("history", parts.getT1())
                                        .with("latest", place.before().isEmpty())
                                        .with("earlier", parts.getT2().before())
                                        .with("latestSteps", parts.getT2().latest())
                                        .with("steps", steps(parts.getT2(), place.language()))
                                        .with("story", parts.getT3().orElse(null))
                                        .with("here", place.here()));
    }

    /** What its charges go to once its purpose takes no more; null where they stay. */
    private static @Nullable String instead(GiftPlanView plan) {
        Fund instead = plan.pledge().instead();
        return instead == null ? null : Cause.of(instead).code();
    }

    private Mono<Slice<HistoryLine>> history(GiftPlanView plan, String before) {
        return giving.charges(plan.plan().id(), Slice.id(before)).flatMap(history::of);
    }

    private List<TimelineStep> steps(Steps steps, Language language) {
        return timeline.of(steps.happenings(), language);
    }

    /** What each charge could do; once charges are made, the history says what they do. */
    private Mono<Optional<ImpactStory>> story(GiftPlanView plan) {
        return estimates
                .price(Cause.of(plan.pledge().fund()))
                .map(
                        price ->
                                Optional.of(
                                        estimates.story(
                                                price,
                                                plan.pledge().parts(),
                                                plan.pledge().frequency())))
                .defaultIfEmpty(Optional.empty());
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    /**
     * The same on every node, as long as the plan, its latest charges and what they do are the
     * same.
     */
    Mono<String> version(GiftPlanView plan) {
        return history(plan, "").map(lines -> Integer.toHexString((plan + " " + lines).hashCode()));
    }
}
