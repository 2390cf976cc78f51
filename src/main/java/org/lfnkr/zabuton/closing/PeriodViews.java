package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.closing.PeriodView.Shown;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;

/** Puts together what the page of a month shows. */
@Component
class PeriodViews {

    private final PeriodStore store;
    private final Periods periods;
    private final WaiverStore waivers;
    private final Hindrances hindrances;
    private final Figures figures;
    private final LateFacts late;
    private final CorrectionStore corrections;
    private final BalanceLines lines;

    PeriodViews(
            PeriodStore store,
            Periods periods,
            WaiverStore waivers,
            Hindrances hindrances,
            Figures figures,
            LateFacts late,
            CorrectionStore corrections,
            BalanceLines lines) {
        this.store = store;
        this.periods = periods;
        this.waivers = waivers;
        this.hindrances = hindrances;
        this.figures = figures;
        this.late = late;
        this.corrections = corrections;
        this.lines = lines;
    }

    /** Empty where the month has not begun, or was before the first entry. */
    Mono<PeriodView> find(YearMonth month) {
        return store.first()
                .defaultIfEmpty(periods.current())
                .filter(first -> !month.isBefore(first) && !month.isAfter(periods.current()))
                .flatMap(first -> store.find(month))
                .flatMap(this::view);
    }

    private Mono<PeriodView> view(Period period) {
        return Mono.zip(
                        periods.canBegin(period),
                        inTheWay(period),
                        periods.waiting(period),
                        waivers.of(period.month()).filter(Waiver::isSigned).collectList(),
                        figures.of(period),
                        Bridge.of(period.month(), lines),
                        corrections.of(period).collectList(),
                        Mono.zip(late.count(period, false), late.count(period, true)))
                .map(
                        all ->
                                new PeriodView(
                                        period,
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3().orElse(null),
                                        all.getT4(),
                                        all.getT5(),
                                        all.getT7(),
                                        all.getT6(),
                                        all.getT8().getT1(),
                                        all.getT8().getT2()));
    }

    private Mono<List<Shown>> inTheWay(Period period) {
        return period.isClosed()
                ? Mono.just(List.of())
                : hindrances
                        .of(period.month())
                        .flatMapIterable(all -> all)
                        .concatMap(this::shown)
                        .collectList();
    }

    private Mono<Shown> shown(Hindrance what) {
        return periods.waiting(what)
                .map(waiting -> new Shown(what, waiting.id()))
                .defaultIfEmpty(new Shown(what, null));
    }
}
