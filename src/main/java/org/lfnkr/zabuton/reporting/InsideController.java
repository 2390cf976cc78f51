package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** The same for staff: until the last night, and to the yen, however few gave it. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}/desk/reports")
class InsideController {

    private final Reports reports;

    InsideController(Reports reports) {
        this.reports = reports;
    }

    @InMenu(value = DeskEntry.REPORTS, title = "reporting.inside", place = 60)
    @GetMapping
    Mono<Rendering> all(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return reports.inside()
                .map(all -> Page.of("reporting/inside").with("reports", all).rendering());
    }

    @GetMapping("/{fund}")
    Mono<Rendering> fund(
            ServerWebExchange exchange,
            @PathVariable String fund,
            @RequestParam MultiValueMap<String, String> asked) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return reports.inside()
                .flatMapIterable(all -> all)
                .filter(report -> report.fund().code().equals(fund) && !report.isEmpty())
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .map(
                        report ->
                                Page.of("reporting/inside-fund")
                                        .with("report", report)
                                        .with("year", ReportYears.asked(report, asked))
                                        .rendering());
    }
}
