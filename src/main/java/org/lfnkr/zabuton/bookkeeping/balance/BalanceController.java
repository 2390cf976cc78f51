package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where staff see what is unexplained of Stripe's balance, and every line of it. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + BalanceController.PATH)
class BalanceController {

    static final String PATH = "/desk/balance";

    private final BalanceLines lines;
    private final LinePages pages;
    private final Clock clock;

    BalanceController(BalanceLines lines, LinePages pages, Clock clock) {
        this.lines = lines;
        this.pages = pages;
        this.clock = clock;
    }

    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.balance.title", place = 20)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, LineFilter filter) {
        String told = Told.take(exchange, List.of(ExplanationController.SAID));
        return Mono.zip(unexplained(), pages.slice(wanted(filter)))
                .map(both -> page(told, filter, both.getT1(), both.getT2()));
    }

    private Flux<BalanceLine> wanted(LineFilter filter) {
        return filter.isAll()
                ? lines.all(filter.chosen(), filter.last())
                : lines.unexplained(filter.chosen(), filter.last());
    }

    private Mono<Optional<Unexplained>> unexplained() {
        return lines.stated()
                .zipWith(lines.unexplained(), Unexplained::of)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Rendering page(
            @Nullable String told,
            LineFilter filter,
            Optional<Unexplained> found,
            Slice<ShownLine> shown) {
        return Page.of("bookkeeping/balance")
                .with("told", told)
                .with("filter", filter)
                .with("kinds", LineKind.values())
                .with("found", found.orElse(null))
                .with("old", found.filter(it -> it.isOld(clock.instant())).isPresent())
                .with("lines", shown)
                .rendering();
    }
}
