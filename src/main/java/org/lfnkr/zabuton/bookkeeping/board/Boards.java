package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.ledger.Balance;
import org.lfnkr.zabuton.ledger.Ledger;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.util.Map;

/** Makes the sales board, and what stands behind each of its numbers. */
@Service
class Boards {

    private final BoardStore store;
    private final Ledger ledger;

    Boards(BoardStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    Mono<BoardPage> of(Days days) {
        Days before = days.yearBefore();
        return Mono.zip(
                        store.board(days),
                        store.board(before),
                        store.parents(days),
                        store.parents(before),
                        funds())
                .map(
                        parts ->
                                new BoardPage(
                                        days,
                                        before,
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4(),
                                        parts.getT5()));
    }

    /** What funds are called, by their codes. */
    Mono<Map<String, Bilingual>> funds() {
        return ledger.funds().collectMap(Balance::code, Balance::name);
    }

    Mono<Board> board(Days days) {
        return store.board(days);
    }

    /**
     * The entries that make a step.
     *
     * @param after the entry that stood last on the page before; 0 begins
     */
    Mono<Slice<StepLine>> lines(Days days, Step step, String fund, long after) {
        return store.lines(days, step, fund, after).collectList().map(Slice::of);
    }
}
