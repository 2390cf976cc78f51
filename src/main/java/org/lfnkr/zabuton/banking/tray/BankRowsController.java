package org.lfnkr.zabuton.banking.tray;

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
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Where staff see the rows of the bank of which nobody has said what they are, and all others. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + BankRowsController.PATH)
class BankRowsController {

    static final String PATH = "/desk/bank/rows";

    private final BankRowStore rows;
    private final TrayAccounts accounts;
    private final Clock clock;

    BankRowsController(BankRowStore rows, TrayAccounts accounts, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    @InMenu(value = DeskEntry.MONEY, title = "banking.rows.title", place = 23)
    @GetMapping
    Mono<Rendering> show(TrayFilter filter) {
        return Mono.zip(
                        rows.list(filter, BusinessDate.of(clock.instant()))
                                .collectList()
                                .map(Slice::of),
                        accounts.all().collectList())
                .map(both -> page(filter, both.getT1(), both.getT2()));
    }

    private Rendering page(
            TrayFilter filter, Slice<TrayRow> shown, List<TrayAccounts.Named> known) {
        return Page.of("banking/rows")
                .with("filter", filter)
                .with("ages", TrayFilter.AGES)
                .with("rows", shown)
                .with("accounts", known)
                .with("today", BusinessDate.of(clock.instant()))
                .rendering();
    }
}
