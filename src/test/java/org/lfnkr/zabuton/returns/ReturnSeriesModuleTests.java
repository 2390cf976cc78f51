package org.lfnkr.zabuton.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.returns.ReturnSamples.CROSS;
import static org.lfnkr.zabuton.returns.ReturnSamples.CUSHION;
import static org.lfnkr.zabuton.returns.ReturnSamples.desk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Whatever comes back one by one, and whoever clicks twice, ends as if it had come at once. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, ReturnSamples.class})
class ReturnSeriesModuleTests {

    @Autowired ReturnSamples samples;
    @Autowired Asking asking;
    @Autowired Taking taking;
    @Autowired Bookkeeping books;
    @Autowired Integrity integrity;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void endsAsTheOneReturnOfItsSum(long seed) {
        Random random = new Random(seed);
        Order one = samples.sent(Language.EN);
        Order many = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        int cushions = samples.onShelf(CUSHION);
        int crosses = samples.onShelf(CROSS);

        comesBack(
                staff,
                one,
                List.of(
                        samples.field("as-new", CUSHION),
                        "1",
                        samples.field("damaged", CUSHION),
                        "1",
                        samples.field("as-new", CROSS),
                        "1"),
                samples.field(CUSHION),
                "2",
                samples.field(CROSS),
                "1");
        List<String> pieces = new ArrayList<>(List.of(CUSHION, CROSS, CUSHION));
        Collections.shuffle(pieces, random);
        for (int at = 0; at < pieces.size(); at++) {
            String sku = pieces.get(at);
            String found = pieces.indexOf(sku) == at ? "as-new" : "damaged";
            comesBack(
                    staff, many, List.of(samples.field(found, sku), "1"), samples.field(sku), "1");
        }

        assertThat(Await.value(books.lots(many.payment())))
                .hasToString(Await.value(books.lots(one.payment())).toString());
        for (Order order : List.of(one, many)) {
            assertThat(samples.story(order).order().refunded().yen()).isEqualTo(8_000);
            assertThat(samples.cameBack(order)).isEqualTo(3);
            assertThat(samples.story(order).returns())
                    .allMatch(it -> it.state() == ReturnState.REFUNDED);
        }
        assertThat(samples.onShelf(CUSHION))
                .isEqualTo(cushions + 2)
                .isEqualTo(samples.moved(CUSHION));
        assertThat(samples.onShelf(CROSS)).isEqualTo(crosses + 2).isEqualTo(samples.moved(CROSS));
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** Each step twice, as impatient people do it. */
    private void comesBack(Guest staff, Order order, List<String> found, String... pieces) {
        ReturnView asked = samples.asked(new Guest(port), order, "faulty", pieces);
        samples.arrives(staff, order, asked);
        String page = desk(order, asked);
        staff.postUnasked(page + "/acceptances");
        staff.postUnasked(page + "/arrivals");
        String[] came = found.toArray(String[]::new);
        staff.at(page).post(page + "/checks", came);
        staff.postUnasked(page + "/checks", came);
        String refunds = "/en/desk/orders/" + order.reference() + "/refunds";
        staff.at(refunds).post(refunds, "act", "look");
        staff.post(refunds, "act", "give");
        samples.hear();
    }

    /** Eight colleagues note the same parcel at the same moment. */
    @Test
    void aCrowdLooksOnce() {
        Order order = samples.sent(Language.EN);
        ReturnView asked =
                samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "2");
        samples.arrives(new Guest(port).atDesk(), order, asked);
        int shelf = samples.onShelf(CUSHION);
        List<ReturnLine> came =
                asked.pieces().stream()
                        .map(it -> new ReturnLine(it.variant(), it.quantity(), 1, 1, 0))
                        .toList();

        List<Taking.Outcome> outcomes =
                Await.value(
                        Flux.range(0, 8)
                                .flatMap(one -> taking.check(asked.id(), came, "desk" + one))
                                .collectList());

        assertThat(outcomes)
                .hasSize(8)
                .containsOnlyOnce(Taking.Outcome.DONE)
                .containsOnly(Taking.Outcome.DONE, Taking.Outcome.BEFORE);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1).isEqualTo(samples.moved(CUSHION));
        assertThat(samples.cameBack(order)).isEqualTo(2);
    }

    /** The same buyer in eight windows. */
    @Test
    void aCrowdAsksOnce() {
        Order order = samples.sent(Language.EN);

        List<AskAnswer> answers =
                Await.value(
                        Flux.range(0, 8)
                                .flatMap(
                                        one ->
                                                asking.ask(
                                                        order.id(),
                                                        Map.of(
                                                                "id",
                                                                new UUID(7, one).toString(),
                                                                samples.field(CUSHION),
                                                                "1",
                                                                "cause",
                                                                "faulty")))
                                .collectList());

        assertThat(answers).filteredOn(AskAnswer.Asked.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(AskAnswer.Closed.class::isInstance).hasSize(7);
        assertThat(samples.story(order).returns()).hasSize(1);
    }

    /** The database holds it, whoever writes: no step back, and nothing is looked at twice. */
    @ParameterizedTest
    @CsvSource({
        "update returns.request set state = 'ARRIVED' where id = :id, does not go from CHECKED",
        "update returns.request set state = 'CHECKED' where id = :id, does not go from CHECKED",
        "update returns.line set as_new = 0 where request = :id, was said before",
        "update returns.line set as_new = as_new + 1 where request = :id, was said before"
    })
    void theDatabaseKeepsItsCourse(String change, String complaint) {
        ReturnView asked = checked();

        assertThatThrownBy(
                        () ->
                                Await.value(
                                        database.sql(change)
                                                .bind("id", asked.id())
                                                .fetch()
                                                .rowsUpdated()))
                .hasMessageContaining(complaint);
    }

    private ReturnView checked() {
        Order order = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        ReturnView asked =
                samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "2");
        samples.arrives(staff, order, asked);
        String page = desk(order, asked);
        staff.at(page).post(page + "/checks", samples.field("as-new", CUSHION), "1");
        return asked;
    }

    /** Nor does it take a second question while the first waits. */
    @Test
    void oneQuestionAtATimeWaits() {
        Order order = samples.sent(Language.EN);
        samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "1");

        assertThatThrownBy(
                        () ->
                                Await.value(
                                        database.sql(
                                                        """
                                                        insert into returns.request
                                                            (id, order_id, reference, cause, state, asked_at, moved_at)
                                                        values (gen_random_uuid(), :order, 'X', 'FAULTY', 'ASKED',
                                                                now(), now())
                                                        """)
                                                .bind("order", order.id().value())
                                                .fetch()
                                                .rowsUpdated()))
                .hasMessageContaining("request_unanswered");
    }
}
