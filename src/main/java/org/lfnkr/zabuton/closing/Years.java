package org.lfnkr.zabuton.closing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.kernel.BusinessYears;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts the months of the books into their years. */
@Component
class Years {

    /** On one page. */
    private static final int YEARS = 2;

    private final PeriodStore store;
    private final Periods periods;
    private final BusinessYears settings;

    Years(PeriodStore store, Periods periods, BusinessYears settings) {
        this.store = store;
        this.periods = periods;
        this.settings = settings;
    }

    /** The year of the month that runs. */
    int current() {
        return settings.of(periods.current()).year();
    }

    /**
     * Some years, the latest first, from the month that runs back to that of the first entry.
     *
     * @param last the latest of them
     */
    Mono<List<BooksYear>> until(int last) {
        YearMonth until = earlier(periods.current(), settings.beginningIn(last).ends());
        return store.first()
                .defaultIfEmpty(periods.current())
                .map(first -> later(first, settings.beginningIn(last - YEARS).ends().plusMonths(1)))
                .flatMap(
                        from ->
                                store.list(from, until)
                                        .collectList()
                                        .map(known -> years(from, until, known)));
    }

    /** Whether the books begin before those years. */
    Mono<Boolean> more(int last) {
        return store.first()
                .map(first -> settings.of(first).year() <= last - YEARS)
                .defaultIfEmpty(false);
    }

    private List<BooksYear> years(YearMonth from, YearMonth until, List<Period> known) {
        Map<YearMonth, Period> begun = known.stream().collect(toMap(Period::month, identity()));
        Map<Integer, List<Period>> years = new TreeMap<>();
        Stream.iterate(until, month -> !month.isBefore(from), month -> month.minusMonths(1))
                .map(month -> begun.getOrDefault(month, Period.open(month)))
                .forEach(
                        it ->
                                years.merge(
                                        settings.of(it.month()).year(), List.of(it), Years::both));
        return years.entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue()))
                .toList()
                .reversed();
    }

    private BooksYear year(int year, List<Period> months) {
        return new BooksYear(
                year, months, settings.beginningIn(year).ends().isBefore(periods.current()));
    }

    private static List<Period> both(List<Period> some, List<Period> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
