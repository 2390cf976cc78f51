package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** What happened in a month and stands in a later one, or stands in it and happened before. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + PeriodController.PATH + "/{month}")
class LateFactsController {

    private final PeriodStore store;
    private final LateFacts late;
    private final BusinessYears years;
    private final Formats formats;

    LateFactsController(PeriodStore store, LateFacts late, BusinessYears years, Formats formats) {
        this.formats = formats;
        this.store = store;
        this.late = late;
        this.years = years;
    }

    /**
     * What a row shows.
     *
     * @param ofEarlierYear whether it happened in a year before the one in which it stands
     */
    record Shown(LateFact fact, boolean ofEarlierYear) {}

    /**
     * With {@code landed} in the address those that stand in the month.
     *
     * @param after the entry that stood last on the page before
     */
    @GetMapping("/late")
    Mono<Rendering> list(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String after) {
        boolean landed = Flags.has(exchange, "landed");
        long last = Slice.number(after, 0);
        return Period.in(month)
                .flatMap(store::find)
                .flatMap(
                        period ->
                                late.list(period, landed, last)
                                        .map(this::shown)
                                        .collectList()
                                        .map(found -> page(period, landed, last, found))
                                        .map(page -> named(page, period, language)));
    }

    private Shown shown(LateFact fact) {
        return new Shown(fact, years.of(fact.occurredOn()).last().isBefore(fact.bookedOn()));
    }

    private static Page page(Period period, boolean landed, long last, List<Shown> found) {
        return Page.of("closing/late")
                .with("period", period)
                .with("landed", landed)
                .with("facts", Slice.of(found))
                .with("begun", last == 0);
    }

    private Rendering named(Page page, Period period, Language language) {
        return page.with("name", formats.month(period.month(), language)).rendering();
    }
}
