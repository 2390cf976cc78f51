package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
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
import java.util.Objects;

/**
 * Where staff look for what is given again and again. The filter is in the address; the files have
 * exactly what it shows.
 */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/plans")
class PlanDeskController {

    private final PlanDesk desk;
    private final PlanTable table;

    PlanDeskController(PlanDesk desk, PlanTable table) {
        this.desk = desk;
        this.table = table;
    }

    /**
     * What an address says.
     *
     * @param before the last plan on the page before
     */
    record Wanted(String state, String from, String until, String before) {

        Wanted(
                @Nullable String state,
                @Nullable String from,
                @Nullable String until,
                @Nullable String before) {
            this.state = Objects.requireNonNullElse(state, "");
            this.from = Objects.requireNonNullElse(from, "");
            this.until = Objects.requireNonNullElse(until, "");
            this.before = Objects.requireNonNullElse(before, "");
        }

        PlanFilter filter() {
            return PlanFilter.of(state, from, until);
        }
    }

    @InMenu(value = DeskEntry.GIVING, title = "giving.plans.title", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PlanFilter filter = wanted.filter();
        return Mono.zip(desk.list(filter, Reference.read(wanted.before())), desk.totals(filter))
                .map(
                        both ->
                                Page.of("giving/plans-desk")
                                        .with("plans", both.getT1())
                                        .with("totals", both.getT2())
                                        .with("filter", filter)
                                        .with("query", filter.query())
                                        .with("states", GiftPlanView.State.values())
                                        .with("latest", wanted.before().isEmpty())
                                        .rendering());
    }

    /** In the words of the page. */
    @Needs(Right.EXPORT_GIVING)
    @GetMapping("/plans.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Wanted wanted, Principal staff) {
        return file(Csv.of(table.head(language)), "plans.csv", language, wanted, staff);
    }

    @Needs(Right.EXPORT_GIVING)
    @GetMapping("/plans.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(Language language, Wanted wanted, Principal staff) {
        return file(Xlsx.of(table.head(language)), "plans.xlsx", language, wanted, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Wanted wanted, Principal staff) {
        return desk.export(wanted.filter(), staff.getName())
                .doOnNext(plan -> table.row(sheet, plan, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
