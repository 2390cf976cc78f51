package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.HeldPayments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Does what somebody decides who has seen what follows, or asks a second person. */
@Service
class HeldDesk {

    private final HeldCases cases;
    private final HeldActs acts;
    private final HeldProposals proposals;
    private final HeldPayments payments;
    private final RefundLimit limit;
    private final Approvals approvals;
    private final Clock clock;

    HeldDesk(
            HeldCases cases,
            HeldActs acts,
            HeldProposals proposals,
            HeldPayments payments,
            RefundLimit limit,
            Approvals approvals,
            Clock clock) {
        this.cases = cases;
        this.acts = acts;
        this.proposals = proposals;
        this.limit = limit;
        this.payments = payments;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * Whether one person may not give it back alone. All that they have given back on the day
     * weighs together, or a sum in parts would pass.
     */
    Mono<Boolean> needsSecond(HeldForm form, String actor) {
        return form.act().filter(HeldAct.GIVE_BACK::equals).isEmpty()
                ? Mono.just(false)
                : payments.givenBack(actor, dayBegan())
                        .map(before -> limit.isAbove(before, Money.yen(form.known().weight())));
    }

    private Instant dayBegan() {
        return BusinessDate.of(clock.instant()).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    Money alone() {
        return limit.sum();
    }

    /**
     * Decides as the form says, or asks a second person where one may not alone.
     *
     * @param actor the account of the member of staff
     * @return empty where there is no such
     */
    @Transactional
    public Mono<HeldAnswer> decide(UUID hold, Map<String, String> typed, String actor) {
        return cases.locked(hold)
                .map(known -> HeldForm.sent(known, typed))
                .flatMap(form -> decide(form, actor));
    }

    private Mono<HeldAnswer> decide(HeldForm form, String actor) {
        HeldCase known = form.known();
        if (!known.hold().isOpen()) {
            return Mono.just(new HeldAnswer.Before());
        }
        if (!known.seen().equals(form.typed().get("seen"))) {
            return Mono.just(new HeldAnswer.Changed(known));
        }
        if (form.failed()) {
            return Mono.just(new HeldAnswer.Refused(form));
        }
        return payments.holdDay(actor)
                .then(Mono.defer(() -> needsSecond(form, actor)))
                .flatMap(second -> second ? propose(form, actor) : carryOut(form, actor));
    }

    private Mono<HeldAnswer> carryOut(HeldForm form, String actor) {
        HeldAct act = form.act().orElseThrow();
        return acts.carryOut(form.known(), act, actor, form.why().orElseThrow().code())
                .map(done -> done ? new HeldAnswer.Done(act) : new HeldAnswer.Before());
    }

    private Mono<HeldAnswer> propose(HeldForm form, String actor) {
        String why = form.why().orElseThrow().code();
        UUID hold = form.known().hold().id().value();
        return proposals
                .add(hold, why, actor)
                .then(
                        Mono.defer(
                                () ->
                                        approvals.propose(
                                                HeldApprovals.KIND,
                                                hold,
                                                UUID.fromString(actor),
                                                why)))
                .thenReturn(new HeldAnswer.Proposed());
    }
}
