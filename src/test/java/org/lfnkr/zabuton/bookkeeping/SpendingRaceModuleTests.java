package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.lfnkr.zabuton.bookkeeping.SpendingBooks.Paid;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.MoveResult.Moved;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult.Spent;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Two disbursements, a refund and a transfer want the same lots at once. */
@ModuleTest
class SpendingRaceModuleTests {

    private static final String MAY = "2026-05-01";

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Integrity integrity;

    private SpendingBooks books;

    @BeforeEach
    void open() {
        books = beans.createBean(SpendingBooks.class);
        books.open();
    }

    @RepeatedTest(8)
    void oneOutcomeIsThatOfSomeOrderAndNothingIsBelowZero() {
        Paid gift = books.gift("2026-04-02");
        Paid order = books.order("2026-04-10");

        List<Boolean> done = Await.value(together(order));

        assertThat(outcomes())
                .contains(
                        done
                                + outcome(
                                        books.has(books.food),
                                        books.has(books.foster),
                                        books.has(books.clothing),
                                        books.loss(order) + books.loss(gift)));
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private Mono<List<Boolean>> together(Paid order) {
        return Mono.zip(
                List.of(
                        books.spending(UUID.randomUUID(), books.food, 3_000, MAY)
                                .map(Spent.class::isInstance),
                        books.spending(UUID.randomUUID(), books.food, 2_000, MAY)
                                .map(Spent.class::isInstance),
                        books.refunding(order, 6_600, MAY).thenReturn(true),
                        books.transferring(books.food, books.clothing, 1_500, MAY)
                                .map(Moved.class::isInstance)),
                all -> List.of(all).stream().map(Boolean.class::cast).toList());
    }

    private static String outcome(long food, long foster, long clothing, long loss) {
        return " food " + food + " foster " + foster + " clothing " + clothing + " loss " + loss;
    }

    /** Of each order in which they could have come one after the other. */
    private Set<String> outcomes() {
        List<Function<SpendingModel, Boolean>> events =
                List.of(
                        model -> model.spend(1, books.food, 3_000),
                        model -> model.spend(2, books.food, 2_000),
                        model -> {
                            model.go(1, 1_829);
                            model.go(2, 522);
                            return true;
                        },
                        model -> model.move(books.food, books.clothing, 1_500));
        Set<String> outcomes = new TreeSet<>();
        permute(new ArrayList<>(List.of(0, 1, 2, 3)), 0, events, outcomes);
        assertThat(outcomes).hasSizeGreaterThan(2);
        return outcomes;
    }

    private void permute(
            List<Integer> order,
            int from,
            List<Function<SpendingModel, Boolean>> events,
            Set<String> outcomes) {
        if (from == order.size()) {
            outcomes.add(inTurn(order, events));
            return;
        }
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            permute(order, from + 1, events, outcomes);
            Collections.swap(order, from, i);
        }
    }

    private String inTurn(List<Integer> order, List<Function<SpendingModel, Boolean>> events) {
        SpendingModel model = new SpendingModel();
        model.come(books.food, 2_458);
        model.come(books.food, 1_829);
        model.come(books.foster, 522);
        model.come(books.food, 819);
        Boolean[] done = new Boolean[events.size()];
        order.forEach(event -> done[event] = events.get(event).apply(model));
        Fund food = books.food;
        return List.of(done)
                + outcome(
                        model.unspent(food),
                        model.unspent(books.foster),
                        model.unspent(books.clothing),
                        model.loss());
    }
}
