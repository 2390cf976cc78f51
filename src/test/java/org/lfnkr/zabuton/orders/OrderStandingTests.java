package org.lfnkr.zabuton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people are told of an order follows from the facts, and contradicts none of them. */
class OrderStandingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final long TOTAL = 2200;

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REQUESTED", "NEEDS_ACCOUNT", "PENDING", "SUCCEEDED"})
    void nothingIsPackedWhileAllOfTheMoneyGoesBack(RefundStatus status) {
        OrderStanding standing = standing(order(OrderStatus.PAID, 0, false), refund(TOTAL, status));

        assertThat(standing).isEqualTo(OrderStanding.REFUNDING);
        assertThat(standing.next()).doesNotContain(OrderStep.PACK, OrderStep.ARRIVE);
        assertThat(standing.saysImpact()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"FAILED", "REFUSED"})
    void aRefundThatCameToNothingLeavesTheOrderPaid(RefundStatus status) {
        assertThat(standing(order(OrderStatus.PAID, 0, false), refund(TOTAL, status)))
                .isEqualTo(OrderStanding.PAID);
    }

    @Test
    void aPartThatGoesBackHoldsUpNothing() {
        Order order = order(OrderStatus.PAID, 200, false);

        assertThat(standing(order, refund(200, RefundStatus.SUCCEEDED)))
                .isEqualTo(OrderStanding.PAID);
        assertThat(
                        standing(
                                order,
                                refund(200, RefundStatus.SUCCEEDED),
                                refund(2000, RefundStatus.PENDING)))
                .isEqualTo(OrderStanding.REFUNDING);
    }

    @Test
    void anOpenDisputeIsNoRefund() {
        OrderStanding standing = standing(order(OrderStatus.PAID, 0, true));

        assertThat(standing).isEqualTo(OrderStanding.DISPUTED);
        assertThat(standing.next()).containsExactly(OrderStep.WAIT);
    }

    @Test
    void whatHasGoneBackIsNotWaitedForAlsoWhereItIsDisputed() {
        OrderStanding standing =
                standing(
                        order(OrderStatus.REFUNDED, TOTAL, true),
                        refund(TOTAL, RefundStatus.SUCCEEDED));

        assertThat(standing).isEqualTo(OrderStanding.REFUNDED);
        assertThat(standing.next()).isEmpty();
    }

    @Test
    void whatTheBankTookWeDidNotRefund() {
        assertThat(standing(order(OrderStatus.REFUNDED, 0, true)))
                .isEqualTo(OrderStanding.CHARGED_BACK);
        assertThat(
                        standing(
                                order(OrderStatus.REFUNDED, 200, true),
                                refund(200, RefundStatus.SUCCEEDED)))
                .isEqualTo(OrderStanding.CHARGED_BACK);
    }

    @Test
    void whoCameTooLateHearsWhenTheMoneyHasLeft() {
        assertThat(standing(order(OrderStatus.SOLD_OUT, 0, false)).next())
                .containsExactly(OrderStep.REFUND);
        assertThat(standing(order(OrderStatus.SOLD_OUT, TOTAL, false)))
                .isEqualTo(OrderStanding.SOLD_OUT_REFUNDED);
    }

    /** Another order was paid in its place: whether its money has left us yet or not. */
    @Test
    void whoPaidTwiceHearsSoAndNotThatAllWasSold() {
        OrderStanding waiting = standing(order(OrderStatus.SOLD_OUT, 0, false, true));
        OrderStanding back = standing(order(OrderStatus.SOLD_OUT, TOTAL, false, true));

        assertThat(waiting).isEqualTo(OrderStanding.PAID_TWICE);
        assertThat(waiting.next()).containsExactly(OrderStep.REFUND);
        assertThat(back).isEqualTo(OrderStanding.PAID_TWICE_REFUNDED);
        assertThat(back.next()).isEmpty();
        assertThat(List.of(waiting, back)).allMatch(OrderStanding::isPaidTwice);
        assertThat(List.of(waiting, back)).noneMatch(OrderStanding::isSoldOut);
    }

    @Test
    void whatGoesBackGoesBackAlsoWhileABankAsks() {
        assertThat(standing(order(OrderStatus.PAID, 0, true), refund(TOTAL, RefundStatus.PENDING)))
                .isEqualTo(OrderStanding.REFUNDING);
    }

    /** What nobody has decided yet, and what has ended, promises neither parcel nor impact. */
    @ParameterizedTest
    @CsvSource({"HELD, REVIEW", "CANCELLED, ", "SOLD_OUT, REFUND"})
    void whatIsNoSalePromisesNothing(OrderStatus status, @Nullable OrderStep next) {
        OrderStanding standing = standing(order(status, 0, false));

        assertThat(standing.saysImpact()).isFalse();
        assertThat(standing.next()).isEqualTo(next == null ? List.of() : List.of(next));
    }

    /** A held order is told of its payment, or of its refund, whichever came to nothing. */
    @Test
    void whatCameBackToUsIsNoPaymentThatDoesNotMatch() {
        Order held = order(OrderStatus.HELD, 0, false);
        RefundView failed = refund(TOTAL, RefundStatus.FAILED);

        assertThat(standing(held)).isEqualTo(OrderStanding.HELD);
        assertThat(standing(held, failed)).isEqualTo(OrderStanding.REFUND_FAILED);
        assertThat(standing(held, failed).next()).containsExactly(OrderStep.REVIEW);
        assertThat(standing(held, failed).saysImpact()).isFalse();
        assertThat(standing(held, failed, refund(TOTAL, RefundStatus.PENDING)))
                .isEqualTo(OrderStanding.REFUNDING);
    }

    /** What was not accepted goes back, or never came; it is no sale, and nothing is sent of it. */
    @ParameterizedTest
    @CsvSource({
        "-, RETURNED",
        "REQUESTED, RETURNING",
        "NEEDS_ACCOUNT, RETURNING",
        "PENDING, RETURNING",
        "SUCCEEDED, RETURNED",
        "FAILED, REFUND_FAILED",
        "REFUSED, REFUND_FAILED"
    })
    void whatWasNotAcceptedGoesBack(String refund, OrderStanding expected) {
        Order returned = order(OrderStatus.RETURNED, 0, false);
        OrderStanding standing =
                refund.equals("-")
                        ? standing(returned)
                        : standing(returned, refund(1_000, RefundStatus.valueOf(refund)));

        assertThat(standing).isEqualTo(expected);
        assertThat(standing.saysImpact()).isFalse();
        assertThat(standing.maySend()).isFalse();
    }

    /**
     * Each state of the money, with each state of the parcels: what the page, the desk and the
     * mails say.
     */
    @ParameterizedTest
    @CsvSource({
        // status, disputed, refunded yen, refund and its yen; none, part, all, back, off
        "PAID, no, 0, -, 0, PAID, PART_SENT, SENT, CAME_BACK, CALLED_OFF",
        "PAID, no, 200, SUCCEEDED, 200, PAID, PART_SENT, SENT, CAME_BACK, CALLED_OFF",
        "PAID, no, 0, PENDING, 200, PAID, PART_SENT, SENT, CAME_BACK, CALLED_OFF",
        "PAID, no, 0, FAILED, 2200, PAID, PART_SENT, SENT, CAME_BACK, CALLED_OFF",
        "PAID, no, 0, PENDING, 2200, REFUNDING, +, +, +, REFUNDING",
        "PAID, no, 0, NEEDS_ACCOUNT, 2200, REFUNDING, +, +, +, REFUNDING",
        "PAID, yes, 0, -, 0, DISPUTED, +, +, +, DISPUTED",
        "PAID, yes, 200, SUCCEEDED, 200, DISPUTED, +, +, +, DISPUTED",
        "PAID, yes, 0, PENDING, 2200, REFUNDING, +, +, +, REFUNDING",
        "REFUNDED, no, 2200, SUCCEEDED, 2200, REFUNDED, +, +, +, REFUNDED",
        "REFUNDED, yes, 2200, SUCCEEDED, 2200, REFUNDED, +, +, +, REFUNDED",
        "REFUNDED, yes, 0, -, 0, CHARGED_BACK, +, +, +, CHARGED_BACK",
        "REFUNDED, yes, 200, SUCCEEDED, 200, CHARGED_BACK, +, +, +, CHARGED_BACK",
        "HELD, no, 0, FAILED, 2200, REFUND_FAILED, +, +, +, REFUND_FAILED",
        "HELD, yes, 0, FAILED, 2200, DISPUTED, +, +, +, DISPUTED",
    })
    void moneyAndParcelsTogether(
            OrderStatus status,
            String disputed,
            long refunded,
            String refund,
            long yen,
            OrderStanding none,
            String part,
            String all,
            String back,
            OrderStanding off) {
        Order order = order(status, refunded, disputed.equals("yes"));
        List<RefundView> refunds =
                refund.equals("-") ? List.of() : List.of(refund(yen, RefundStatus.valueOf(refund)));

        assertThat(List.of(ParcelState.values()))
                .extracting(state -> OrderStanding.of(order, refunds, state, NOW, List.of()))
                .containsExactly(
                        none,
                        sent(part, none),
                        sent(all, none),
                        sent(part.equals("PART_SENT") ? "EXCHANGING" : part, none),
                        sent(back, none),
                        off);
    }

    private static OrderStanding sent(String expected, OrderStanding none) {
        return OrderStanding.valueOf(expected.equals("+") ? none + "_AFTER_SENDING" : expected);
    }

    /** Of several returns that furthest behind is told, and only while the money stays. */
    @ParameterizedTest
    @CsvSource({
        "ASKED, RETURN_ASKED",
        "ACCEPTED, RETURN_ACCEPTED",
        "ARRIVED, RETURN_ARRIVED",
        "CHECKED, RETURN_CHECKED",
        "REFUNDED, RETURN_SETTLED",
        "REFUSED, SENT",
        "EXCHANGED, SENT",
        "WITHDRAWN, SENT",
        "REFUSED WITHDRAWN REFUNDED, RETURN_SETTLED",
        "REFUNDED CHECKED ASKED ACCEPTED, RETURN_ASKED"
    })
    void whatComesBackIsTold(String states, OrderStanding expected) {
        List<ReturnView> returns =
                Stream.of(states.split(" ")).map(OrderStandingTests::asked).toList();
        Order paid = order(OrderStatus.PAID, 0, false);

        assertThat(OrderStanding.of(paid, List.of(), ParcelState.ALL, NOW, returns))
                .isEqualTo(expected);
        for (ParcelState state : ParcelState.values()) {
            for (Order other : List.of(paid, order(OrderStatus.REFUNDED, TOTAL, false))) {
                if (state != ParcelState.ALL || other != paid) {
                    assertThat(OrderStanding.of(other, List.of(), state, NOW, returns))
                            .isEqualTo(OrderStanding.of(other, List.of(), state, NOW, List.of()));
                }
            }
        }
    }

    /** A piece came back and was paid for before the rest left us: that is still on its way. */
    @ParameterizedTest
    @CsvSource({
        "-1, REFUNDED, RETURN_SETTLED",
        "0, REFUNDED, RETURN_SETTLED",
        "1, REFUNDED, SENT",
        "1, REFUNDED REFUSED, SENT",
        "1, REFUNDED ACCEPTED, RETURN_ACCEPTED"
    })
    void whatLeavesAfterAReturnWasSettledIsOnItsWay(
            int later, String states, OrderStanding expected) {
        List<ReturnView> returns =
                Stream.of(states.split(" ")).map(OrderStandingTests::asked).toList();

        assertThat(
                        OrderStanding.of(
                                order(OrderStatus.PAID, 200, false),
                                List.of(),
                                ParcelState.ALL,
                                NOW.plusSeconds(later),
                                returns))
                .isEqualTo(expected);
    }

    private static ReturnView asked(String state) {
        return new ReturnView(
                UUID.randomUUID(),
                ReturnState.valueOf(state),
                ReturnCause.FAULTY,
                false,
                null,
                List.of(),
                NOW);
    }

    /** What was never paid for is told by its money alone, whatever parcels there might be. */
    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"AWAITING_PAYMENT", "AWAITING_KONBINI", "CANCELLED", "HELD", "SOLD_OUT"})
    void parcelsChangeNothingOfWhatWasNotSold(OrderStatus status) {
        Order order = order(status, 0, false);

        assertThat(List.of(ParcelState.values()))
                .extracting(state -> OrderStanding.of(order, List.of(), state, NOW, List.of()))
                .containsOnly(OrderStanding.valueOf(status.name()));
    }

    @Test
    void onlyWhoseMoneyStaysIsSent() {
        assertThat(List.of(OrderStanding.values()))
                .filteredOn(OrderStanding::maySend)
                .containsExactly(
                        OrderStanding.PAID,
                        OrderStanding.PART_SENT,
                        OrderStanding.EXCHANGING,
                        OrderStanding.CAME_BACK);
    }

    /** And nobody is told of packing whose parcel does not leave. */
    @ParameterizedTest
    @EnumSource
    void packingIsPromisedWhereItMayBeSent(OrderStanding standing) {
        boolean packs =
                standing.next().contains(OrderStep.PACK)
                        || standing.next().contains(OrderStep.PACK_REST)
                        || standing.next().contains(OrderStep.PACK_REPLACEMENT);

        assertThat(packs).isEqualTo(standing.maySend() && standing != OrderStanding.CAME_BACK);
    }

    private static OrderStanding standing(Order order, RefundView... refunds) {
        return OrderStanding.of(order, List.of(refunds), ParcelState.NONE, null, List.of());
    }

    private static RefundView refund(long yen, RefundStatus status) {
        return new RefundView(new RefundId(UUID.randomUUID()), Money.yen(yen), status, NOW);
    }

    private static Order order(OrderStatus status, long refunded, boolean disputed) {
        return order(status, refunded, disputed, false);
    }

    private static Order order(
            OrderStatus status, long refunded, boolean disputed, boolean superseded) {
        return new Order(
                new OrderId(UUID.randomUUID()),
                "7K3M9-QXT4B",
                UUID.randomUUID(),
                Language.EN,
                status,
                new SubjectId(UUID.randomUUID()),
                new PaymentId(UUID.randomUUID()),
                "JP",
                new Takings(
                        Money.yen(TOTAL),
                        Money.ZERO,
                        Money.ZERO,
                        Money.yen(200),
                        Money.yen(900),
                        Money.yen(600)),
                null,
                UUID.randomUUID(),
                new Bilingual("Kanto", "関東"),
                2,
                4,
                null,
                null,
                Money.yen(refunded),
                disputed,
                superseded,
                NOW,
                NOW);
    }
}
