package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** The months of the books, year by year, and which of them can be closed now. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + PeriodController.PATH)
class PeriodsController {

    private final Years years;
    private final Periods periods;

    PeriodsController(Years years, Periods periods) {
        this.years = years;
        this.periods = periods;
    }

    /**
     * @param until the latest year on the page; anything else begins
     */
    @InMenu(value = DeskEntry.MONEY, title = "closing.title", place = 80)
    @GetMapping
    Mono<Rendering> list(@RequestParam(defaultValue = "") String until) {
        int last = last(until);
        return Mono.zip(
                        years.until(last),
                        years.more(last),
                        periods.due().map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(
                        found ->
                                Page.of("closing/periods")
                                        .with("years", found.getT1())
                                        .with("more", found.getT2())
                                        .with("due", found.getT3().orElse(null))
                                        .with("begun", last == years.current())
                                        .rendering());
    }

    private int last(String typed) {
        return typed.matches("[0-9]{4}")
                ? Math.min(Integer.parseInt(typed), years.current())
                : years.current();
    }
}
