package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;

/** What became of the money, for everybody. */
@Controller
@RequestMapping("/{lang:en|ja}/reports")
class ReportController {

    private final Reports reports;
    private final ToldDisbursementStore disbursements;
    private final ToldTransferStore transfers;
    private final ToldNeeds needs;

    ReportController(
            Reports reports,
            ToldDisbursementStore disbursements,
            ToldTransferStore transfers,
            ToldNeeds needs) {
        this.needs = needs;
        this.transfers = transfers;
        this.reports = reports;
        this.disbursements = disbursements;
    }

    @GetMapping
    Mono<Rendering> all(Language language) {
        return reports.open()
                .zipWhen(needs::of)
                .map(
                        both ->
                                page("reporting/all", language)
                                        .with("reports", both.getT1())
                                        .with("needs", both.getT2())
                                        .rendering());
    }

    private Page page(String template, Language language) {
        return Page.of(template)
                .with("last", MonthName.of(reports.last(), language))
                .with("delay", reports.delayDays());
    }

    /** Of one fund, a year at a time: the last unless another is asked for. */
    @GetMapping("/{fund}")
    Mono<Rendering> fund(
            Language language,
            @PathVariable String fund,
            @RequestParam MultiValueMap<String, String> asked) {
        return reports.open()
                .flatMapIterable(all -> all)
                .filter(report -> report.fund().code().equals(fund) && !report.isEmpty())
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(report -> fund(language, report, ReportYears.asked(report, asked)));
    }

    private Mono<Rendering> fund(Language language, FundReport report, Year year) {
        Fund fund = report.fund().fund();
        Horizon horizon = reports.horizon();
        LocalDate first = year.year().first();
        LocalDate last = earlier(year.year().last(), horizon.day());
        return Mono.zip(
                        disbursements.of(fund, first, last, horizon).collectList(),
                        transfers.of(fund, first, last).collectList(),
                        needs.of(List.of(report)),
                        reports.late(fund, first, last))
                .map(
                        told ->
                                page("reporting/fund", language)
                                        .with("report", report)
                                        .with("year", year)
                                        .with("paid", told.getT1())
                                        .with("transfers", told.getT2())
                                        .with("needs", ofFund(told.getT3(), report))
                                        .with("late", told.getT4())
                                        .rendering());
    }

    private static List<ToldNeed> ofFund(List<ToldNeed> needs, FundReport report) {
        return needs.stream().filter(it -> it.fund().equals(report.fund())).toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @GetMapping("/disbursements/{number}")
    Mono<Rendering> disbursement(Language language, @PathVariable String number) {
        Horizon horizon = reports.horizon();
        return Mono.just(number)
                .filter(typed -> typed.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .flatMap(
                        known ->
                                disbursements
                                        .find(known, horizon)
                                        .zipWith(
                                                disbursements
                                                        .pictures(known, horizon)
                                                        .collectList()))
                .map(both -> rendering(language, both.getT1(), both.getT2()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Rendering rendering(
            Language language, ToldDisbursement disbursement, List<ToldPicture> pictures) {
        return page("reporting/disbursement", language)
                .with("it", disbursement)
                .with("pictures", pictures)
                .rendering();
    }
}
