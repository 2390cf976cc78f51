package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.reveals.LookUp;
import org.lfnkr.zabuton.reveals.LookUps;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds by the number of an order or a gift, a receipt's number or an exact mail address: what
 * somebody has before them, and never a part of it.
 */
@Component
class Finding {

    private final OrderDesk desk;
    private final GiftDesk gifts;
    private final Orders orders;
    private final Giving giving;
    private final Receipts receipts;
    private final Supporters supporters;
    private final LookUps lookUps;

    Finding(
            OrderDesk desk,
            GiftDesk gifts,
            Orders orders,
            Giving giving,
            Receipts receipts,
            Supporters supporters,
            LookUps lookUps) {
        this.desk = desk;
        this.gifts = gifts;
        this.orders = orders;
        this.giving = giving;
        this.receipts = receipts;
        this.supporters = supporters;
        this.lookUps = lookUps;
    }

    Mono<Found> find(String typed, Colleague reader) {
        Optional<EmailAddress> mail = EmailAddress.parse(typed);
        if (mail.isPresent()) {
            return guarded(LookUp.Kind.MAIL, person(mail.get(), reader), reader);
        }
        String number = Typed.code(typed).strip().toUpperCase(Locale.ROOT);
        return number.matches("R\\d{4}-\\d{6,}")
                ? guarded(LookUp.Kind.RECEIPT, receipt(number, reader), reader)
                : order(typed)
                        .switchIfEmpty(gift(typed, reader))
                        .defaultIfEmpty(new Found.Nothing());
    }

    private Mono<Found> order(String typed) {
        return desk.find(Reference.read(typed))
                .<Found>map(order -> new Found.AnOrder(order.reference()));
    }

    private Mono<Found> gift(String typed, Colleague reader) {
        return Mono.justOrEmpty(reader.by(Right.SEE_GIVING))
                .flatMap(role -> gifts.find(Reference.read(typed)))
                .map(Finding::found);
    }

    private static Found found(Pledge pledge) {
        PaymentId payment = pledge.payment();
        return payment == null ? new Found.APlan(pledge.reference()) : new Found.AGift(payment);
    }

    private Mono<Found> guarded(LookUp.Kind kind, Mono<Found> search, Colleague reader) {
        return reader.by(kind.right()).isEmpty()
                ? Mono.just(new Found.NotForYou())
                : lookUps.mayAsk(reader)
                        .flatMap(may -> may ? search : Mono.just(new Found.TooMany()));
    }

    private Mono<Found> person(EmailAddress mail, Colleague reader) {
        return supporters
                .known(mail)
                .delayUntil(member -> note(LookUp.Kind.MAIL, member.id(), reader))
                .flatMap(this::person)
                .switchIfEmpty(nobody(LookUp.Kind.MAIL, reader));
    }

    private Mono<Found> person(Member member) {
        return Mono.zip(
                        orders.of(member, ""),
                        giving.references(member).collectList(),
                        receipts.of(member).collectList())
                .map(all -> new Found.APerson(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Found> receipt(String number, Colleague reader) {
        return receipts.find(number)
                .delayUntil(
                        found ->
                                note(
                                        LookUp.Kind.RECEIPT,
                                        new SupporterId(found.supporter()),
                                        reader))
                .<Found>map(Found.AReceipt::new)
                .switchIfEmpty(nobody(LookUp.Kind.RECEIPT, reader));
    }

    private Mono<Found> nobody(LookUp.Kind kind, Colleague reader) {
        return Mono.defer(() -> note(kind, null, reader)).thenReturn(new Found.Nothing());
    }

    private Mono<Void> note(LookUp.Kind kind, @Nullable SupporterId found, Colleague reader) {
        return lookUps.note(kind, found, reader);
    }
}
