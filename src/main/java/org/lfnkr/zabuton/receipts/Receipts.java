package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.giving.givers.MemberGifts;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Receipts of gifts. No gift ever stands on two that hold. */
@Service
public class Receipts {

    private final MemberGifts gifts;
    private final ReceiptStore store;
    private final Issuing issuing;
    private final Mail mail;
    private final Clock clock;

    Receipts(MemberGifts gifts, ReceiptStore store, Issuing issuing, Mail mail, Clock clock) {
        this.gifts = gifts;
        this.store = store;
        this.issuing = issuing;
        this.mail = mail;
        this.clock = clock;
    }

    /** The receipt of this number, whoever's it is; for staff who have it before them. */
    public Mono<Receipt> find(String number) {
        return store.find(number);
    }

    /** The same by its id. */
    public Mono<Receipt> find(ReceiptId id) {
        return store.find(id);
    }

    /**
     * The latest first, whoever's they are, as many as a page shows.
     *
     * @param state {@code holds}, {@code void}, or empty for any
     * @param before the number of the last one on the page before; any other begins
     */
    public Mono<Slice<Receipt>> list(String state, String before) {
        return store.place(before)
                .flatMap(place -> store.list(state, place, Slice.ASKED).collectList())
                .map(Slice::of);
    }

    /** All that a payment stands on, whoever's it is, the latest first. */
    public Flux<Receipt> of(PaymentId payment) {
        return store.about(payment);
    }

    /** The payments that a receipt is for. */
    public Flux<PaymentId> payments(Receipt receipt) {
        return store.payments(receipt.id());
    }

    /** All receipts of the member, also those that no longer hold, newest first. */
    public Flux<Receipt> of(Member member) {
        return store.of(member);
    }

    /** What of the member's gifts no receipt is held for, oldest first. */
    public Flux<MemberGift> unconfirmed(Member member) {
        return unconfirmed(member, gifts.of(member));
    }

    private Flux<MemberGift> unconfirmed(Member member, Flux<MemberGift> given) {
        return store.confirmed(member)
                .collect(Collectors.toSet())
                .flatMapMany(confirmed -> given.filter(gift -> isOpen(gift, confirmed)));
    }

    private static boolean isOpen(MemberGift gift, Set<PaymentId> confirmed) {
        return isThere(gift) && !confirmed.contains(gift.charge().payment());
    }

    /** What a bank still argues about is not confirmed. */
    private static boolean isThere(MemberGift gift) {
        return gift.charge().kept().gift().isPositive() && !gift.charge().disputed();
    }

    /**
     * Issues a receipt for what of the scope has none yet. Two calls at once issue one; the other
     * finds nothing left.
     */
    @Transactional
    public Mono<IssueResult> issue(
            Member member, ReceiptScope scope, Addressee addressee, Language language) {
        return store.lock(member)
                .thenMany(Flux.defer(() -> unconfirmed(member, gifts.unchanged(member))))
                .collectList()
                .map(scope::of)
                .filter(covered -> !covered.isEmpty())
                .flatMap(
                        covered ->
                                issuing.issue(
                                        new Issuing.Draft(
                                                member,
                                                year(scope),
                                                covered,
                                                addressee,
                                                language,
                                                null)))
                .<IssueResult>map(IssueResult.Issued::new)
                .defaultIfEmpty(new IssueResult.NothingToConfirm());
    }

    private static @Nullable Integer year(ReceiptScope scope) {
        return scope instanceof ReceiptScope.Year year ? year.year() : null;
    }

    /**
     * Voids a receipt and issues another for the same gifts, as they stand now; where nothing of
     * them can be confirmed the old one stays as it is. Empty for a receipt that is not the
     * member's or no longer holds.
     */
    @Transactional
    public Mono<IssueResult> reissue(
            Member member, ReceiptId id, Addressee addressee, Language language) {
        return store.lock(member, id)
                .filter(Receipt::holds)
                .flatMap(old -> again(member, old, addressee, language));
    }

    private Mono<IssueResult> again(
            Member member, Receipt old, Addressee addressee, Language language) {
        return store.payments(old.id())
                .collectList()
                .flatMap(payments -> still(member, old, payments))
                .delayUntil(covered -> annul(old, VoidReason.REISSUED))
                .flatMap(
                        covered ->
                                issuing.issue(
                                        new Issuing.Draft(
                                                member,
                                                old.year(),
                                                covered,
                                                addressee,
                                                language,
                                                old)))
                .<IssueResult>map(IssueResult.Issued::new)
                .defaultIfEmpty(new IssueResult.NothingToConfirm());
    }

    private Mono<List<MemberGift>> still(Member member, Receipt old, List<PaymentId> payments) {
        return gifts.unchanged(member)
                .filter(gift -> isThere(gift) && payments.contains(gift.charge().payment()))
                .collectList()
                .map(gifts -> ofOneGiver(old, gifts))
                .filter(gifts -> !gifts.isEmpty());
    }

    /** Older receipts may be for gifts of several. */
    private static List<MemberGift> ofOneGiver(Receipt old, List<MemberGift> gifts) {
        Integer year = old.year();
        return year == null ? gifts : new ReceiptScope.Year(year, null).of(gifts);
    }

    /**
     * The document as it was issued, with a mark on it where it no longer holds; empty for anybody
     * else's, and once it is destroyed.
     */
    public Mono<byte[]> document(Member member, ReceiptId id) {
        return store.find(member, id).flatMap(issuing::document);
    }

    /** To whom a receipt of the member is made out, as far as that is known apart from it. */
    public Mono<Addressee> addressee(Receipt receipt) {
        return issuing.addressee(receipt);
    }

    public Mono<Receipt> find(Member member, ReceiptId id) {
        return store.find(member, id);
    }

    /**
     * Voids the receipt of a payment that was made before this correction of it, in the caller's
     * transaction; one that was made since then says what is kept.
     */
    Mono<Void> correct(PaymentId payment, int corrections) {
        return store.holding(payment, corrections)
                .flatMap(receipt -> annul(receipt, VoidReason.MONEY_WENT_BACK));
    }

    /**
     * Voids a receipt without another in its place, and tells its giver. Empty for one that is not
     * the member's or no longer holds.
     */
    @Transactional
    public Mono<Receipt> withdraw(Member member, ReceiptId id) {
        return store.lock(member, id)
                .filter(Receipt::holds)
                .delayUntil(receipt -> annul(receipt, VoidReason.WITHDRAWN));
    }

    /** The document of a receipt that is before staff; empty once it is destroyed. */
    public Mono<byte[]> document(Receipt receipt) {
        return issuing.document(receipt);
    }

    private Mono<Void> annul(Receipt receipt, VoidReason reason) {
        return store.voidOne(receipt.id(), reason, clock.instant())
                .then(mail.queue(VoidLetter.about(receipt)));
    }
}
