package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Map;

/** Prints the receipt of a sale at a counter (適格簡易請求書, which asks for no name). */
@Component
class CounterPapers {

    private final Papers papers;
    private final Clock clock;

    CounterPapers(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /** As a PDF; empty where the sale was undone. */
    Mono<byte[]> receipt(Bazaar bazaar, CounterSale sale, Language language) {
        return sale.isUndone()
                ? Mono.empty()
                : papers.pdf(
                        "counter/papers/receipt",
                        Map.of(
                                "reference",
                                bazaar.code() + "/" + sale.no(),
                                "lines",
                                sale.goods().lines().stream()
                                        .map(line -> line.onPaper(language))
                                        .toList(),
                                "rates",
                                sale.goods().rates(),
                                "total",
                                sale.total(),
                                "means",
                                sale.means().code(),
                                "soldOn",
                                BusinessDate.of(sale.soldAt()),
                                "issuedOn",
                                BusinessDate.of(clock.instant())),
                        language);
    }
}
