package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.refunds.Foresight;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what of an order may be given back. */
@Service
public class ReturnOffers {

    private final Foresight foresight;
    private final Timings timings;
    private final Clock clock;

    ReturnOffers(Foresight foresight, Timings timings, Clock clock) {
        this.foresight = foresight;
        this.timings = timings;
        this.clock = clock;
    }

    /** From the order alone, as if all of its money were still here. */
    public ReturnOffer likely(OrderStory story, Timing timing) {
        return ReturnTerms.of(
                story,
                timing,
                story.lines().stream()
                        .collect(Collectors.toMap(SoldLine::variant, SoldLine::quantity)),
                today());
    }

    Mono<ReturnOffer> of(OrderStory story) {
        return foresight
                .left(story)
                .defaultIfEmpty(Map.of())
                .zipWith(timings.of(story.order().id()))
                .map(both -> ReturnTerms.of(story, both.getT2(), both.getT1(), today()));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }
}
