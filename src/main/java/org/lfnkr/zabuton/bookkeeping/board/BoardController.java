package org.lfnkr.zabuton.bookkeeping.board;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The sales board, and the entries behind each of its steps. No name stands in either. */
@Controller
@Needs(Right.SEE_BOARD)
@RequestMapping("/{lang:en|ja}/desk/board")
class BoardController {

    private static final int LONGEST_NUMBER = 18;

    private final Boards boards;
    private final BusinessYears years;
    private final Clock clock;

    BoardController(Boards boards, BusinessYears years, Clock clock) {
        this.boards = boards;
        this.years = years;
        this.clock = clock;
    }

    /**
     * What an address says.
     *
     * @param fund a fund's code
     * @param after the entry that stood last on the page before
     */
    record Wanted(String from, String until, String fund, String after) {

        Wanted(
                @Nullable String from,
                @Nullable String until,
                @Nullable String fund,
                @Nullable String after) {
            this.from = Objects.requireNonNullElse(from, "");
            this.until = Objects.requireNonNullElse(until, "");
            this.fund = Typed.code(Objects.requireNonNullElse(fund, ""));
            this.after = Objects.requireNonNullElse(after, "");
        }

        Days days(LocalDate today) {
            return Days.of(from, until, today);
        }

        long entry() {
            return after.length() <= LONGEST_NUMBER && after.matches("[0-9]+")
                    ? Long.parseLong(after)
                    : 0;
        }
    }

    @InMenu(value = DeskEntry.REPORTS, title = "bookkeeping.board.title", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return boards.of(wanted.days(today()))
                .map(
                        page ->
                                Page.of("bookkeeping/board")
                                        .with("page", page)
                                        .with("others", others())
                                        .rendering());
    }

    /** Days that are looked at often. */
    private List<Days> others() {
        LocalDate today = today();
        return List.of(
                Days.of("", "", today), Days.month(today.minusMonths(1)), Days.year(today, years));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    @GetMapping("/{step}")
    Mono<Rendering> entries(ServerWebExchange exchange, @PathVariable String step, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Mono.justOrEmpty(Step.of(step))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(known -> entries(known, wanted));
    }

    private Mono<Rendering> entries(Step step, Wanted wanted) {
        Days days = wanted.days(today());
        return Mono.zip(
                        boards.lines(days, step, wanted.fund(), wanted.entry()),
                        boards.board(days),
                        boards.funds())
                .map(
                        parts ->
                                Page.of("bookkeeping/board-step")
                                        .with("step", step)
                                        .with("days", days)
                                        .with("lines", parts.getT1())
                                        .with("board", parts.getT2())
                                        .with("fund", parts.getT3().get(wanted.fund()))
                                        .with("code", wanted.fund())
                                        .with("begun", wanted.entry() == 0)
                                        .rendering());
    }
}
