package org.lfnkr.zabuton.catalog.goods;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.Outlook;
import org.lfnkr.zabuton.catalog.Variant;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

/** Works out what a change would change, by what the shop itself would say on that day. */
@Component
class Previews {

    private final Outlook outlook;

    Previews(Outlook outlook) {
        this.outlook = outlook;
    }

    /** What one piece earns and could fund on a day, as things stand. */
    Mono<Outlook.Prospect> of(Goods goods, Kind kind, LocalDate day) {
        return outlook.of(kind.offer(goods, day), day);
    }

    Mono<Preview> of(Goods goods, Kind kind, NewPrice price) {
        Offer before = kind.offer(goods, price.from());
        Variant then = before.variant().at(price.price());
        return of("price", price.from(), before, offer(goods, then, before.costSheet()));
    }

    Mono<Preview> of(Goods goods, Kind kind, NewCosts costs) {
        Offer before = kind.offer(goods, costs.from());
        CostSheet sheet =
                new CostSheet(
                        UUID.randomUUID(),
                        kind.variant().id(),
                        costs.materials(),
                        costs.making(),
                        costs.packaging(),
                        costs.from(),
                        null);
        return of("costs", costs.from(), before, offer(goods, before.variant(), sheet));
    }

    private static Offer offer(Goods goods, Variant variant, @Nullable CostSheet sheet) {
        return new Offer(goods.of(variant), variant, sheet);
    }

    private Mono<Preview> of(String what, LocalDate day, Offer before, Offer after) {
        return Mono.zip(outlook.of(before, day), outlook.of(after, day))
                .map(
                        both ->
                                new Preview(
                                        what,
                                        day,
                                        before.variant().price(),
                                        after.variant().price(),
                                        both.getT1(),
                                        both.getT2()));
    }
}
