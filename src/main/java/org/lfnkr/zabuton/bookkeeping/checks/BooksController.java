package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Where staff see whether the books agree, and what stands in them. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}/desk/books")
class BooksController {

    private final NightlyCheckStore checks;
    private final Ledger ledger;

    BooksController(NightlyCheckStore checks, Ledger ledger) {
        this.checks = checks;
        this.ledger = ledger;
    }

    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.title", place = 10)
    @GetMapping
    Mono<Rendering> show() {
        return Mono.zip(
                        checks.last().map(Optional::of).defaultIfEmpty(Optional.empty()),
                        ledger.accounts().collectList(),
                        ledger.funds().collectList())
                .map(
                        books ->
                                Page.of("bookkeeping/books")
                                        .with("check", books.getT1().orElse(null))
                                        .with("accounts", books.getT2())
                                        .with("funds", books.getT3())
                                        .rendering());
    }
}
