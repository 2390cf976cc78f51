package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

import java.util.Locale;

/** What happened to a person's orders. */
@Component
@org.springframework.core.annotation.Order(11)
class OrderCourse implements PersonalRecords {

    private final OrderStore store;

    OrderCourse(OrderStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "ordered";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.of(member.subjects())
                .concatMap(
                        order ->
                                store.happenings(order.id())
                                        .map(it -> record(order.reference(), it)));
    }

    private static PersonalRecord record(String reference, Happening it) {
        String what = it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return PersonalRecord.with("reference", reference)
                .and("at", it.at())
                .and("what", new Word(what, "storefront.happened." + what, it.amount()))
                .and("amount", it.amount())
                .build();
    }
}
