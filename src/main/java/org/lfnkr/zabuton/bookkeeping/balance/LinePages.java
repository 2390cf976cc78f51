package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftReferences;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes pages of lines, each with the order or gift that it belongs to. */
@Component
class LinePages {

    private final Orders orders;
    private final GiftReferences gifts;

    LinePages(Orders orders, GiftReferences gifts) {
        this.orders = orders;
        this.gifts = gifts;
    }

    Mono<Slice<ShownLine>> slice(Flux<BalanceLine> lines) {
        return lines.collectList().flatMap(this::shown).map(Slice::of);
    }

    private Mono<List<ShownLine>> shown(List<BalanceLine> lines) {
        List<String> purposes =
                lines.stream().map(BalanceLine::purpose).filter(Objects::nonNull).toList();
        return Mono.zip(
                orders.references(purposes),
                gifts.references(purposes),
                (sold, given) -> lines.stream().map(it -> shown(it, sold, given)).toList());
    }

    private static ShownLine shown(
            BalanceLine line, Map<String, String> sold, Map<String, String> given) {
        String purpose = line.purpose();
        return new ShownLine(line, called(purpose, sold), called(purpose, given));
    }

    private static @Nullable String called(@Nullable String purpose, Map<String, String> all) {
        return purpose == null ? null : all.get(purpose);
    }
}
