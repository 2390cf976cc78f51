package org.lfnkr.zabuton.giving.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people are told of a gift follows from the facts, and contradicts none of them. */
class GiftStandingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final GiftParts PARTS = new GiftParts(Money.yen(3000), Money.yen(132));
    private static final long TOTAL = 3132;
    private static final PaymentId PAYMENT = new PaymentId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        "AWAITING_PAYMENT, AWAITING_PAYMENT, pay, true",
        "AWAITING_KONBINI, AWAITING_KONBINI, pay-konbini, true",
        "GIVEN, GIVEN, use, true",
        "ENDED, ENDED, , false",
        "HELD, HELD, review, false",
        "OF_PLAN, OF_PLAN, , true",
    })
    void saysWhatComesNextAndPromisesOnlyWhatIsDecided(
            PledgeStatus status, GiftStanding expected, @Nullable String next, boolean impact) {
        GiftStanding standing = GiftStanding.of(pledge(status), List.of(), List.of());

        assertThat(standing).isEqualTo(expected);
        assertThat(standing.next(null).orElse(null)).isEqualTo(next);
        assertThat(standing.saysImpact()).isEqualTo(impact);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, RETURNING",
        "PENDING, RETURNING",
        "SUCCEEDED, RETURNED",
        "FAILED, REFUND_FAILED"
    })
    void whatWasNotAcceptedGoesBack(RefundStatus refund, GiftStanding expected) {
        Pledge returned = pledge(PledgeStatus.RETURNED);
        GiftStanding standing =
                GiftStanding.of(returned, List.of(), List.of(refund(1_000, refund)));

        assertThat(standing).isEqualTo(expected);
        assertThat(standing.saysImpact()).isFalse();
        assertThat(GiftStanding.of(returned, List.of(), List.of()))
                .isEqualTo(GiftStanding.RETURNED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"REQUESTED", "NEEDS_ACCOUNT", "PENDING", "SUCCEEDED"})
    void nothingIsPromisedWhileAllOfTheMoneyGoesBack(RefundStatus status) {
        GiftStanding standing = standing(charge(0, false, false), refund(TOTAL, status));

        assertThat(standing).isEqualTo(GiftStanding.REFUNDING);
        assertThat(standing.next(null)).contains("refund");
        assertThat(standing.saysImpact()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundStatus.class,
            names = {"FAILED", "REFUSED"})
    void whatDidNotReachItsGiverIsNoGift(RefundStatus status) {
        Charge failed = charge(0, false, false).unrefunded(Money.yen(TOTAL), false);

        GiftStanding standing = standing(failed, refund(TOTAL, status));

        assertThat(standing).isEqualTo(GiftStanding.REFUND_FAILED);
        assertThat(standing.next(null)).contains("other-way");
        assertThat(standing.saysImpact()).isFalse();
        assertThat(standing(failed, refund(TOTAL, status), refund(TOTAL, RefundStatus.PENDING)))
                .isEqualTo(GiftStanding.REFUNDING);
    }

    @Test
    void aPartThatDidNotReachItsGiverLeavesTheRestGiven() {
        Charge failed = charge(0, false, false).unrefunded(Money.yen(132), false);

        assertThat(standing(failed, refund(132, RefundStatus.FAILED)))
                .isEqualTo(GiftStanding.GIVEN);
    }

    @Test
    void aPartThatGoesBackLeavesItGiven() {
        RefundView part = refund(132, RefundStatus.SUCCEEDED);

        assertThat(standing(charge(132, false, false), part)).isEqualTo(GiftStanding.GIVEN);
        assertThat(standing(charge(3000, false, false), refund(3000, RefundStatus.SUCCEEDED)))
                .isEqualTo(GiftStanding.GIVEN);
        assertThat(standing(charge(132, false, false), part, refund(3000, RefundStatus.PENDING)))
                .isEqualTo(GiftStanding.REFUNDING);
    }

    @Test
    void anOpenDisputeIsNoRefund() {
        GiftStanding standing = standing(charge(0, true, false));

        assertThat(standing).isEqualTo(GiftStanding.DISPUTED);
        assertThat(standing.next(null)).contains("wait");
    }

    @Test
    void whatHasGoneBackIsNotWaitedForAlsoWhereItIsDisputed() {
        GiftStanding standing =
                standing(charge(TOTAL, true, false), refund(TOTAL, RefundStatus.SUCCEEDED));

        assertThat(standing).isEqualTo(GiftStanding.REFUNDED);
        assertThat(standing.next(null)).isEmpty();
        assertThat(standing(charge(0, true, false), refund(TOTAL, RefundStatus.PENDING)))
                .isEqualTo(GiftStanding.REFUNDING);
    }

    @Test
    void whatTheBankTookWeDidNotRefund() {
        GiftStanding standing = standing(charge(132, false, true));

        assertThat(standing).isEqualTo(GiftStanding.CHARGED_BACK);
        assertThat(standing.next(null)).isEmpty();
        assertThat(standing(charge(TOTAL, true, true))).isEqualTo(GiftStanding.CHARGED_BACK);
    }

    /** Nobody waits for what the same page says has happened. */
    @ParameterizedTest
    @CsvSource({
        "FUNDS, use",
        "PARTLY_BOUGHT, rest",
        "BOUGHT, arrive",
        "PARTLY_DELIVERED, rest",
        "DELIVERED,",
        "FELL_SHORT,"
    })
    void whatComesNextFollowsWhatWasBought(ImpactState impact, @Nullable String next) {
        assertThat(GiftStanding.GIVEN.next(impact).orElse(null)).isEqualTo(next);
        assertThat(GiftStanding.REFUNDING.next(impact)).contains("refund");
    }

    private static GiftStanding standing(Charge charge, RefundView... refunds) {
        return GiftStanding.of(pledge(PledgeStatus.GIVEN), List.of(charge), List.of(refunds));
    }

    private static RefundView refund(long yen, RefundStatus status) {
        return new RefundView(new RefundId(UUID.randomUUID()), Money.yen(yen), status, NOW);
    }

    private static Charge charge(long refunded, boolean disputed, boolean lost) {
        return new Charge(
                PAYMENT,
                PledgeId.random(),
                PARTS,
                Money.yen(113),
                "card",
                Money.yen(refunded),
                Money.ZERO,
                disputed,
                lost,
                0,
                NOW);
    }

    private static Pledge pledge(PledgeStatus status) {
        return new Pledge(
                PledgeId.random(),
                "7K3M9-QXT4B",
                UUID.randomUUID(),
                Language.EN,
                new SupporterId(UUID.randomUUID()),
                new SubjectId(UUID.randomUUID()),
                Frequency.ONCE,
                Fund.FOSTER_CHILDREN,
                null,
                PARTS,
                "2026-11-01",
                null,
                false,
                status,
                PAYMENT,
                null,
                false,
                false,
                NOW);
    }
}
