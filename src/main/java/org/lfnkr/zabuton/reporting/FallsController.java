package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

/** What we have said and had to take back, for everybody. */
@Controller
@RequestMapping("/{lang:en|ja}/reports/corrections")
class FallsController {

    private final Falls falls;
    private final Reports reports;

    FallsController(Falls falls, Reports reports) {
        this.falls = falls;
        this.reports = reports;
    }

    @GetMapping
    Mono<Rendering> show(Language language) {
        return falls.all()
                .map(all -> JoinedFalls.of(all, reports.last()))
                .map(
                        told ->
                                Page.of("reporting/corrections")
                                        .with("falls", told)
                                        .with("last", MonthName.of(reports.last(), language))
                                        .with("delay", reports.delayDays())
                                        .rendering());
    }
}
