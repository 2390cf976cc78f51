package org.lfnkr.zabuton.funds.disbursements.lists;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.funds.disbursements.drafts.Choices;
import org.lfnkr.zabuton.funds.disbursements.drafts.DraftStore;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Xlsx;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.Objects;

/** The list of disbursements. The filter is in the address; the files have what it shows. */
@Controller
@Needs(Right.SEE_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH)
class DisbursementsController {

    private final DisbursementDesk desk;
    private final DisbursementTable table;
    private final DraftStore drafts;
    private final Clock clock;

    DisbursementsController(
            DisbursementDesk desk, DisbursementTable table, DraftStore drafts, Clock clock) {
        this.desk = desk;
        this.table = table;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * What an address says.
     *
     * @param before the number of the last on the page before
     */
    record Wanted(
            @Nullable String state,
            @Nullable String fund,
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String until,
            @Nullable String before) {

        DisbursementFilter filter() {
            return DisbursementFilter.of(state, fund, purpose, from, until);
        }

        boolean latest() {
            return last() == Long.MAX_VALUE;
        }

        long last() {
            return Slice.number(Objects.requireNonNullElse(before, ""), Long.MAX_VALUE);
        }
    }

    @InMenu(value = DeskEntry.MONEY, title = "disbursements.title", place = 30)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        DisbursementFilter filter = wanted.filter();
        return Mono.zip(desk.list(filter, wanted.last()), desk.totals(filter), drafts.choices())
                .map(all -> page(wanted, all.getT1(), all.getT2(), all.getT3()));
    }

    private Rendering page(
            Wanted wanted, Slice<Disbursement> shown, DisbursementTotals totals, Choices choices) {
        DisbursementFilter filter = wanted.filter();
        return Page.of("funds/disbursements/list")
                .with("disbursements", shown)
                .with("totals", totals)
                .with("filter", filter)
                .with("query", filter.query())
                .with("states", DisbursementFilter.STATES)
                .with("funds", choices.funds())
                .with("purposes", Purpose.values())
                .with("today", BusinessDate.of(clock.instant()))
                .with("latest", wanted.latest())
                .rendering();
    }

    /** In the words of the page. */
    @GetMapping("/disbursements.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Wanted wanted, Principal staff) {
        return file(Csv.of(table.head(language)), "disbursements.csv", language, wanted, staff);
    }

    @GetMapping("/disbursements.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(Language language, Wanted wanted, Principal staff) {
        return file(Xlsx.of(table.head(language)), "disbursements.xlsx", language, wanted, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Wanted wanted, Principal staff) {
        return desk.export(wanted.filter(), staff.getName())
                .doOnNext(it -> table.row(sheet, it, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
