package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.Payout;
import org.lfnkr.zabuton.payments.balance.Payouts;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

/** Where staff see what Stripe has sent to the bank, and which lines that was. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + PayoutController.PATH)
class PayoutController {

    static final String PATH = "/desk/payouts";

    private final Payouts payouts;
    private final BalanceLines lines;
    private final LinePages pages;

    PayoutController(Payouts payouts, BalanceLines lines, LinePages pages) {
        this.payouts = payouts;
        this.lines = lines;
        this.pages = pages;
    }

    /**
     * @param show {@code back} for those that came back since one went well
     * @param after the payout that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.payouts.title", place = 21)
    @GetMapping
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after) {
        boolean back = show.equals("back");
        return (back ? payouts.back(after) : payouts.all(after))
                .collectList()
                .map(Slice::of)
                .map(
                        shown ->
                                Page.of("bookkeeping/payouts")
                                        .with("payouts", shown)
                                        .with("back", back)
                                        .with("begun", after.isEmpty())
                                        .rendering());
    }

    /**
     * @param after the line that stood last on the page before
     */
    @GetMapping("/{id}")
    Mono<Rendering> show(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
        return payouts.find(id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .zipWith(pages.slice(lines.ofPayout(id, after)))
                .map(both -> page(both.getT1(), both.getT2(), after.isEmpty()));
    }

    private static Rendering page(Payout payout, Slice<ShownLine> shown, boolean begun) {
        return Page.of("bookkeeping/payout")
                .with("payout", payout)
                .with("lines", shown)
                .with("begun", begun)
                .rendering();
    }
}
