package org.lfnkr.zabuton.bookkeeping.years;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Year;
import java.util.List;

/** The bridge from a year of the books to the receipts of that year. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}/desk/gift-years")
class GiftYearController {

    private final GiftYears years;
    private final Clock clock;

    GiftYearController(GiftYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    /**
     * @param year the one that runs where it names none before that
     * @param after the entry that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.years.title", place = 82)
    @GetMapping
    Mono<Rendering> show(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String after) {
        Year running = Year.from(BusinessDate.of(clock.instant()));
        Year asked = year.matches("2[0-9]{3}") ? Year.parse(year) : running;
        Year shown = asked.isAfter(running) ? running : asked;
        long last = Slice.number(after, 0);
        return Mono.zip(
                years.sums(shown),
                years.apart(shown, last).collectList(),
                (sums, apart) ->
                        page(sums, apart)
                                .with("year", shown.getValue())
                                .with("running", shown.equals(running))
                                .with("begun", last == 0)
                                .rendering());
    }

    private static Page page(GiftYear sums, List<GiftApart> apart) {
        return Page.of("bookkeeping/gift-year").with("sums", sums).with("apart", Slice.of(apart));
    }
}
