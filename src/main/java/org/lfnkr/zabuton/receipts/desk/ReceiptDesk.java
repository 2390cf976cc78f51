package org.lfnkr.zabuton.receipts.desk;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.receipts.IssueResult;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.ReceiptId;
import org.lfnkr.zabuton.receipts.ReceiptScope;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/**
 * What staff do with receipts for givers who ask. Each act is the same as if the giver did it on
 * their own page, and is noted with its reason.
 */
@Service
class ReceiptDesk {

    private static final String ISSUED = "receipt.issued";
    private static final String VOIDED = "receipt.voided";
    private static final String REISSUED = "receipt.reissued";

    private final Receipts receipts;
    private final GiftDesk gifts;
    private final Supporters supporters;
    private final AuditTrail audit;

    ReceiptDesk(Receipts receipts, GiftDesk gifts, Supporters supporters, AuditTrail audit) {
        this.receipts = receipts;
        this.gifts = gifts;
        this.supporters = supporters;
        this.audit = audit;
    }

    /**
     * Who does something, and why.
     *
     * @param reason no personal data
     * @param actor the account of the member of staff
     */
    record Act(String reason, String actor) {}

    /**
     * Voids a receipt without another in its place; the giver is told by mail. Empty where it no
     * longer holds.
     */
    @Transactional
    public Mono<Receipt> withdraw(Receipt receipt, Act act) {
        return owner(receipt)
                .flatMap(member -> receipts.withdraw(member, receipt.id()))
                .delayUntil(done -> note(act, VOIDED, done.id()))
                .switchIfEmpty(Mono.just(receipt).filterWhen(it -> isDone(it, VOIDED, act)));
    }

    /**
     * The same with another in its place, for the same gifts as they stand now; nothing where
     * nothing of them can be confirmed.
     */
    @Transactional
    public Mono<IssueResult> reissue(Receipt receipt, Addressee addressee, Act act) {
        return owner(receipt)
                .flatMap(
                        member ->
                                receipts.reissue(
                                        member, receipt.id(), addressee, receipt.language()))
                .delayUntil(
                        done ->
                                done instanceof IssueResult.Issued
                                        ? note(act, REISSUED, receipt.id())
                                        : Mono.empty())
                .switchIfEmpty(Mono.defer(() -> reissued(receipt, addressee, act)));
    }

    /** A first receipt for one gift. Empty where the giver is not on record any more. */
    @Transactional
    public Mono<IssueResult> issue(
            PaymentId gift, Addressee addressee, Language language, Act act) {
        return gifts.find(gift)
                .map(Pledge::supporter)
                .flatMap(supporters::member)
                .flatMap(
                        giver ->
                                receipts.issue(
                                        giver, new ReceiptScope.Single(gift), addressee, language))
                .delayUntil(
                        done ->
                                done instanceof IssueResult.Issued issued
                                        ? note(act, ISSUED, issued.id())
                                        : Mono.empty())
                .flatMap(
                        done ->
                                done instanceof IssueResult.NothingToConfirm
                                        ? issued(gift, addressee, act).defaultIfEmpty(done)
                                        : Mono.just(done));
    }

    private Mono<Member> owner(Receipt receipt) {
        return supporters.member(new SupporterId(receipt.supporter()));
    }

    /** What a click of the same person before this one has put in its place. */
    private Mono<IssueResult> reissued(Receipt receipt, Addressee addressee, Act act) {
        return isDone(receipt, REISSUED, act)
                .filter(done -> done)
                .flatMap(done -> receipts.find(receipt.number()))
                .flatMapIterable(Receipt::successors)
                .concatMap(receipts::find)
                .filterWhen(it -> isFor(it, addressee))
                .next()
                .map(it -> new IssueResult.Issued(it.id()));
    }

    /** The receipt of a gift that such a click has issued. */
    private Mono<IssueResult> issued(PaymentId gift, Addressee addressee, Act act) {
        return receipts.of(gift)
                .filter(Receipt::holds)
                .filterWhen(it -> isDone(it, ISSUED, act))
                .filterWhen(it -> isFor(it, addressee))
                .next()
                .map(it -> new IssueResult.Issued(it.id()));
    }

    private Mono<Boolean> isDone(Receipt receipt, String what, Act act) {
        return audit.knows(act.actor(), what, receipt.id().toString(), act.reason());
    }

    private Mono<Boolean> isFor(Receipt receipt, Addressee addressee) {
        return receipts.addressee(receipt).map(addressee::equals).defaultIfEmpty(false);
    }

    private Mono<Void> note(Act act, String what, ReceiptId receipt) {
        return audit.record(act.actor(), what, receipt.toString(), act.reason());
    }
}
