package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.pieces.PieceFate;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what a refund would come to, before anybody decides on one. */
@Service
public class Foresight {

    private final RefundCases cases;

    Foresight(RefundCases cases) {
        this.cases = cases;
    }

    /** Of how many pieces of each line the money is still here; empty where none was paid. */
    public Mono<Map<VariantId, Integer>> left(OrderStory story) {
        return cases.of(story)
                .map(
                        known ->
                                known.lines().stream()
                                        .collect(Collectors.toMap(SoldLine::variant, known::left)));
    }

    /** If these came back, and nothing else went back with them; empty where none was paid. */
    public Mono<Foreseen> of(OrderStory story, List<ParcelLine> pieces) {
        return cases.of(story)
                .map(known -> RefundPreview.of(known, wish(known.lines(), pieces)))
                .map(Foreseen::of);
    }

    private static RefundWish wish(List<SoldLine> lines, List<ParcelLine> pieces) {
        List<RefundedLine> some =
                IntStream.range(0, lines.size())
                        .boxed()
                        .flatMap(place -> lines(lines.get(place), place, pieces))
                        .toList();
        return new RefundWish(
                UUID.randomUUID(),
                some,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                RefundReason.OTHER,
                "");
    }

    private static Stream<RefundedLine> lines(SoldLine line, int place, List<ParcelLine> pieces) {
        return pieces.stream()
                .filter(it -> it.variant().equals(line.variant()))
                .map(it -> new RefundedLine(line, place, it.quantity(), PieceFate.AWAITED));
    }
}
