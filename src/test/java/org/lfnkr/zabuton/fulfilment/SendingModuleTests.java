package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Parcels leave us once, never more than was bought, and nothing whose money goes back. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class SendingModuleTests {

    private static final TrackingNumber NUMBER = new TrackingNumber("123456789012");

    @Autowired PaidOrders paid;
    @Autowired Sending sending;
    @Autowired DispatchLineStore lines;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;

    @ParameterizedTest
    @EnumSource
    void anOrderIsSentInTwoPartsAndEachIsTold(Language language) {
        Order order = paid.paid(language, 3, "HAT-WOOL");
        assertThat(isWaiting(order)).isTrue();
        int before = paid.letters(order).size();

        assertThat(send(order, 1, NUMBER)).isInstanceOf(Handover.Sent.class);
        paid.hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.PART_SENT);
        assertThat(isWaiting(order)).isTrue();
        ReceivedMail first = paid.letters(order).getLast();
        assertThat(first.subject())
                .isEqualTo(messages.text("orders.mail.sent.subject", language, order.reference()));
        assertThat(List.of(first.text(), first.html()))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .contains(NUMBER.text())
                                        .contains(messages.text("orders.mail.sent.rest", language))
                                        .doesNotContain("??", "{0}"));

        assertThat(send(order, 2, null)).isInstanceOf(Handover.Sent.class);
        paid.hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.SENT);
        assertThat(isWaiting(order)).isFalse();
        assertThat(paid.letters(order)).hasSize(before + 2);
        assertThat(paid.letters(order).getLast().text())
                .contains(messages.text("orders.mail.sent.untracked", language))
                .doesNotContain(NUMBER.text(), messages.text("orders.mail.sent.rest", language));
        assertThat(paid.story(order).happenings())
                .extracting(Happening::kind)
                .containsSubsequence(Happening.Kind.PAID, Happening.Kind.SENT, Happening.Kind.SENT);
    }

    /** Of ten thousand that wait, a list to fetch by says what those need who come first. */
    @Test
    void whatIsToBeFetchedIsForThoseThatHaveWaitedLongest() {
        paid.paid(Language.EN, 1, "HAT-WOOL");
        paid.paid(Language.EN, 1, "SCARF-WOOL");

        assertThat(Await.value(lines.picks(1).collectList()))
                .allSatisfy(pick -> assertThat(pick.orders()).isEqualTo(1));
        assertThat(Await.value(lines.isPickedWhole(1))).isFalse();
        assertThat(Await.value(lines.picks(PickList.MOST).collectList()))
                .extracting(Pick::sku)
                .contains("HAT-WOOL", "SCARF-WOOL");
        assertThat(Await.value(lines.isPickedWhole(PickList.MOST))).isTrue();
    }

    @Test
    void theSameFormTwiceIsOneParcelAndOneLetter() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        int before = paid.letters(order).size();
        SendParcel wish = wish(order, 1, NUMBER);

        List<Handover> both =
                Await.value(
                        Flux.range(0, 4)
                                .flatMap(
                                        i ->
                                                sending.send(wish, "desk")
                                                        .subscribeOn(Schedulers.parallel()))
                                .collectList());
        paid.hear();

        assertThat(both).filteredOn(Handover.Sent.class::isInstance).hasSize(1);
        assertThat(both).filteredOn(Handover.Before.class::isInstance).hasSize(3);
        assertThat(paid.story(order).parcels().parcels()).hasSize(1);
        assertThat(paid.letters(order)).hasSize(before + 1);
        assertThat(audited(wish.parcel())).containsExactly("desk parcel.sent");
    }

    /** Another order's parcel has that id: such a form was never issued. */
    @Test
    void noParcelIsOfTwoOrders() {
        Order one = paid.paid(Language.EN, 1, "HAT-WOOL");
        Order other = paid.paid(Language.EN, 1, "HAT-WOOL");
        SendParcel wish = wish(one, 1, null);
        Await.value(sending.send(wish, "desk"));
        SendParcel again =
                new SendParcel(
                        wish.parcel(), other.id(), wish.lines(), wish.carrier(), wish.tracking());

        assertThat(Await.value(sending.send(again, "desk"))).isInstanceOf(Handover.Before.class);
        assertThat(paid.story(other).parcels().parcels()).isEmpty();
    }

    @Test
    void nothingLeavesUsWhoseMoneyGoesBack() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        paid.refund(order, order.total().yen());

        assertThat(isWaiting(order)).isFalse();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Stopped.class);
        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDED);
    }

    @Test
    void aRefundAfterSendingDoesNotSayThatNothingIsSent() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        send(order, 1, NUMBER);
        paid.refund(order, order.total().yen());

        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDED_AFTER_SENDING);
        assertThat(isWaiting(order)).isFalse();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Stopped.class);
    }

    @Test
    void aDisputeStopsTheRestUntilItIsWon() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        send(order, 1, NUMBER);
        String dispute = paid.dispute(order);

        assertThat(standing(order)).isEqualTo(OrderStanding.DISPUTED_AFTER_SENDING);
        assertThat(paid.letters(order).getLast().text())
                .contains("send nothing more")
                .doesNotContain("we send nothing until");
        assertThat(isWaiting(order)).isFalse();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Stopped.class);

        paid.closeDispute(dispute, true);
        assertThat(paid.letters(order).getLast().text()).doesNotContain("We pack your parcel next");
        assertThat(isWaiting(order)).isTrue();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Sent.class);
    }

    @Test
    void aLostDisputeAfterSendingEndsTheOrder() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        send(order, 1, NUMBER);
        paid.closeDispute(paid.dispute(order), false);

        assertThat(standing(order)).isEqualTo(OrderStanding.CHARGED_BACK_AFTER_SENDING);
        assertThat(paid.letters(order).getLast().text())
                .contains("nothing more is sent")
                .doesNotContain("nothing is sent");
    }

    @Test
    void whatCameBackCanBeSentOnceMore() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        SendParcel wish = wish(order, 1, NUMBER);
        Await.value(sending.send(wish, "desk"));
        paid.hear();
        assertThat(isWaiting(order)).isFalse();

        assertThat(Await.value(sending.takeBack(order.id(), wish.parcel(), "desk")))
                .isEqualTo(TakenBack.NOW);
        assertThat(Await.value(sending.takeBack(order.id(), wish.parcel(), "desk")))
                .isEqualTo(TakenBack.BEFORE);
        paid.hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.CAME_BACK);
        assertThat(isWaiting(order)).isTrue();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Sent.class);
        assertThat(standing(order)).isEqualTo(OrderStanding.SENT);
        assertThat(audited(wish.parcel()))
                .containsExactly("desk parcel.sent", "desk parcel.came-back");
    }

    /** A part of the money went back for one of two pieces; the other is sent. */
    @Test
    void whatIsLeftIsCalledOffOnlyWhereMoneyWentBack() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        send(order, 1, NUMBER);
        assertThat(Await.value(sending.callOff(order.id(), "desk"))).isFalse();
        paid.refund(order, 1000);

        assertThat(standing(order)).isEqualTo(OrderStanding.PART_SENT);
        assertThat(Await.value(sending.callOff(order.id(), "desk"))).isTrue();
        assertThat(Await.value(sending.callOff(order.id(), "desk"))).isFalse();
        paid.hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.SENT);
        assertThat(isWaiting(order)).isFalse();
        assertThat(send(order, 1, null)).isInstanceOf(Handover.Stopped.class);
    }

    @Test
    void aTrackingNumberIsCorrectedAndThatIsNoted() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        SendParcel wish = wish(order, 1, NUMBER);
        Await.value(sending.send(wish, "desk"));
        TrackingNumber right = new TrackingNumber("EE123456789JP");

        assertThat(renumbered(order, wish, right)).isTrue();
        assertThat(renumbered(order, wish, right)).isFalse();

        assertThat(paid.story(order).parcels().parcels().getFirst().tracking())
                .isEqualTo(right.text());
        assertThat(audited(wish.parcel()))
                .containsExactly("desk parcel.sent", "desk parcel.renumbered");
    }

    @Test
    void theFirstNumberOfAParcelCorrectsNone() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        SendParcel wish = wish(order, 1, null);
        Await.value(sending.send(wish, "desk"));

        assertThat(renumbered(order, wish, new TrackingNumber("EE123456789JP"))).isTrue();
        assertThat(renumbered(order, wish, new TrackingNumber("EE123456790JP"))).isTrue();

        assertThat(audited(wish.parcel()))
                .containsExactly(
                        "desk parcel.sent", "desk parcel.numbered", "desk parcel.renumbered");
    }

    private boolean renumbered(Order order, SendParcel wish, TrackingNumber number) {
        Parcel before = paid.story(order).parcels().parcels().getFirst();
        String was = Objects.requireNonNullElse(before.tracking(), "");
        return Await.value(sending.renumber(order.id(), wish.parcel(), was, number, "desk"))
                == Renumbered.NOW;
    }

    @Test
    void ofThreePiecesThreeAreSentHoweverManyTry() {
        Order order = paid.paid(Language.EN, 3, "HAT-WOOL");
        List<SendParcel> wishes = Stream.generate(() -> wish(order, 1, null)).limit(12).toList();

        List<Handover> all =
                Await.value(
                        Flux.fromIterable(wishes)
                                .flatMap(
                                        wish ->
                                                sending.send(wish, "desk")
                                                        .subscribeOn(Schedulers.parallel()),
                                        12)
                                .collectList());

        assertThat(all).filteredOn(Handover.Sent.class::isInstance).hasSize(3);
        assertThat(line(order, "sent")).isEqualTo(3);
    }

    /** Whatever staff do in whatever order: what is out is what the parcels hold, and no more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverMoreIsOutThanWasBought(long seed) {
        Random random = new Random(seed);
        Order order = paid.paid(Language.EN, 4, "HAT-WOOL");
        if (random.nextBoolean()) {
            paid.refund(order, 500);
        }
        for (int turn = 0; turn < 12; turn++) {
            act(order, random);
            OrderStory story = paid.story(order);
            SoldLine line = story.lines().getFirst();
            assertThat(story.parcels().left(line)).isBetween(0, 4);
            assertThat(line(order, "remaining")).isEqualTo(story.parcels().left(line));
            assertThat(line(order, "sent")).isEqualTo(out(story));
            assertThat(remaining(order)).isEqualTo(story.parcels().left(line));
        }
    }

    private void act(Order order, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> Await.value(sending.callOff(order.id(), "desk"));
            case 1, 2 ->
                    paid.story(order).parcels().parcels().stream()
                            .skip(random.nextInt(3))
                            .findFirst()
                            .ifPresent(
                                    it ->
                                            Await.value(
                                                    sending.takeBack(order.id(), it.id(), "desk")));
            default -> send(order, 1 + random.nextInt(5), null);
        }
    }

    private static int out(OrderStory story) {
        return story.parcels().parcels().stream()
                .filter(parcel -> parcel.isOut())
                .flatMap(parcel -> parcel.lines().stream())
                .mapToInt(ParcelLine::quantity)
                .sum();
    }

    /** Whoever writes to it, past every rule of the application. */
    @Test
    void theDatabaseCountsAsWell() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        UUID variant = paid.story(order).lines().getFirst().variant().value();
        UUID parcel = UUID.randomUUID();
        Await.done(
                database.sql(
                                "insert into fulfilment.parcel (id, order_id, carrier, sent_at)"
                                        + " values (:id, :order, 'post', now())")
                        .bind("id", parcel)
                        .bind("order", order.id().value())
                        .then());

        assertThatThrownBy(() -> pack(parcel, variant, 3))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_more_than_ordered");
        assertThatThrownBy(() -> pack(parcel, UUID.randomUUID(), 1))
                .hasMessageContaining("holds what its order does not");
        pack(parcel, variant, 2);
        assertThat(line(order, "remaining")).isZero();
    }

    private void pack(UUID parcel, UUID variant, int quantity) {
        Await.done(
                database.sql(
                                "insert into fulfilment.parcel_line (parcel_id, variant, quantity)"
                                        + " values (:parcel, :variant, :quantity)")
                        .bind("parcel", parcel)
                        .bind("variant", variant)
                        .bind("quantity", quantity)
                        .then());
    }

    private Handover send(Order order, int pieces, @Nullable TrackingNumber tracking) {
        return Await.value(sending.send(wish(order, pieces, tracking), "desk"));
    }

    private SendParcel wish(Order order, int pieces, @Nullable TrackingNumber tracking) {
        List<ParcelLine> lines =
                List.of(new ParcelLine(paid.story(order).lines().getFirst().variant(), pieces));
        return new SendParcel(UUID.randomUUID(), order.id(), lines, "post", tracking);
    }

    private OrderStanding standing(Order order) {
        return paid.story(order).standing();
    }

    private boolean isWaiting(Order order) {
        return Await.value(
                database.sql(
                                "select exists (select from fulfilment.dispatch where order_id = :id"
                                        + " and remaining > 0 and not stopped)")
                        .bind("id", order.id().value())
                        .mapValue(Boolean.class)
                        .one());
    }

    private int line(Order order, String column) {
        return Await.value(
                database.sql("select sent, remaining from fulfilment.line where order_id = :id")
                        .bind("id", order.id().value())
                        .map(row -> Row.number(row, column))
                        .one());
    }

    private int remaining(Order order) {
        return Await.value(
                database.sql("select remaining from fulfilment.dispatch where order_id = :id")
                        .bind("id", order.id().value())
                        .mapValue(Integer.class)
                        .one());
    }

    private List<String> audited(UUID subject) {
        return Await.value(
                database.sql(
                                "select actor || ' ' || action from audit.entry"
                                        + " where subject = :id order by id")
                        .bind("id", subject.toString())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
