package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.BusinessYear;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Xlsx;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.List;

/** What went abroad in a year, on a page and as files. */
@Controller
@Needs(Right.SEE_SPENDING)
@RequestMapping("/{lang:en|ja}" + DisbursementsController.PATH + "/abroad")
class RemittancesController {

    private final Remittances remittances;
    private final RemittanceTable table;
    private final BusinessYears years;
    private final Clock clock;

    RemittancesController(
            Remittances remittances, RemittanceTable table, BusinessYears years, Clock clock) {
        this.remittances = remittances;
        this.table = table;
        this.years = years;
        this.clock = clock;
    }

    /**
     * @param year in which the organisation's year begins; the present one where it is none
     */
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @RequestParam(defaultValue = "") String year) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        BusinessYear wanted = year(year);
        return remittances.of(wanted).collectList().map(all -> page(wanted, all));
    }

    private BusinessYear year(String typed) {
        return years.asked(typed, BusinessDate.of(clock.instant()));
    }

    private static Rendering page(BusinessYear year, List<Remittance> all) {
        return Page.of("funds/disbursements/abroad")
                .with("year", year)
                .with("remittances", all)
                .with("yen", sum(all.stream().map(it -> it.disbursement().plan().yen()).toList()))
                .with("back", sum(all.stream().map(it -> it.disbursement().back()).toList()))
                .rendering();
    }

    private static Money sum(List<Money> sums) {
        return sums.stream().reduce(Money.ZERO, Money::plus);
    }

    @GetMapping("/remittances.csv")
    Mono<ResponseEntity<byte[]>> csv(
            Language language, @RequestParam(defaultValue = "") String year, Principal staff) {
        return file(Csv.of(table.head(language)), "remittances.csv", language, year, staff);
    }

    @GetMapping("/remittances.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(
            Language language, @RequestParam(defaultValue = "") String year, Principal staff) {
        return file(Xlsx.of(table.head(language)), "remittances.xlsx", language, year, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, String year, Principal staff) {
        return remittances
                .export(year(year), staff.getName())
                .doOnNext(it -> table.row(sheet, it, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
