package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.RefundStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of Stripe's balance that moved money which is held. The shop counts yen of its own
 * account: what is in another currency, or only a test's, is none of them.
 */
final class HeldMoney {

    private static final String YEN = "jpy";

    private HeldMoney() {}

    /** What is to be recorded, and whether Stripe has told all that it is known to tell. */
    static Decision decide(Recorded recorded, Facts facts, boolean live) {
        Facts.Session session = facts.session();
        Facts.Charge charge = facts.intent() == null ? null : facts.intent().charge();
        if (session.live() != live || !session.paid() || charge == null) {
            return Decision.nothing();
        }
        Facts.Movement movement = charge.movement();
        if (movement == null) {
            return new Decision(List.of(), false);
        }
        List<Step> steps = new ArrayList<>(of(recorded, charge.id(), movement));
        steps.addAll(later(recorded, facts.later()));
        return new Decision(steps, facts.later().refunds().stream().allMatch(HeldMoney::isWhole));
    }

    /** What has arrived must be seen to leave. */
    private static boolean isWhole(Facts.Refunded refund) {
        return refund.status() != RefundStatus.SUCCEEDED || refund.out() != null;
    }

    static List<Step> later(Recorded recorded, Facts.Later later) {
        Stream<Step> refunds =
                later.refunds().stream().flatMap(refund -> refund(recorded, refund).stream());
        Stream<Step> disputes =
                later.disputes().stream()
                        .flatMap(
                                dispute ->
                                        dispute.movements().stream()
                                                .flatMap(
                                                        it ->
                                                                of(recorded, dispute.id(), it)
                                                                        .stream()));
        return Stream.concat(refunds, disputes).toList();
    }

    /** Its lines, and how far it has come where it was asked for here. */
    static List<Step> refund(Recorded recorded, Facts.Refunded fact) {
        List<Step> steps = new ArrayList<>(of(recorded, fact.id(), fact.out()));
        steps.addAll(of(recorded, fact.id(), fact.back()));
        recorded.refund(fact)
                .filter(known -> isWhole(fact))
                .filter(known -> known.known().map(fact.status()::isNewsAfter).orElse(true))
                .ifPresent(known -> steps.add(new Step.UpdateRefund(known.id(), fact)));
        return steps;
    }

    private static List<Step> of(
            Recorded recorded, String object, Facts.@Nullable Movement movement) {
        return Optional.ofNullable(movement)
                .filter(it -> it.currency().equals(YEN))
                .filter(it -> !recorded.movements().contains(it.id()))
                .<Step>map(it -> new Step.MoveHeld(object, it))
                .stream()
                .toList();
    }
}
