package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses.Whose;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Finds to whom we write. What there is not is answered by 404. */
@Component
class Addressees {

    private final OrderDesk orders;
    private final GiftDesk gifts;
    private final Giving giving;

    Addressees(OrderDesk orders, GiftDesk gifts, Giving giving) {
        this.orders = orders;
        this.gifts = gifts;
        this.giving = giving;
    }

    Mono<Addressee> order(String code) {
        return needed(orders.find(Reference.read(code)).map(Addressees::of));
    }

    private static Addressee of(Order order) {
        UUID id = order.id().value();
        return new Addressee(
                "/desk/orders/" + order.reference(),
                order.reference(),
                new Whose(order.subject(), order.language(), id),
                List.of(id));
    }

    /**
     * @param payment by which a gift's page is known
     */
    Mono<Addressee> gift(String payment) {
        PaymentId id = new PaymentId(Slice.id(payment));
        return needed(gifts.find(id).map(pledge -> of(pledge, id)));
    }

    /** What is written of a gift goes by the pledge until it has arrived, then by its payment. */
    static List<UUID> matters(Pledge pledge, PaymentId payment) {
        return List.of(pledge.id().value(), payment.value());
    }

    private static Addressee of(Pledge pledge, PaymentId payment) {
        return of(pledge, "/desk/gifts/" + payment, matters(pledge, payment));
    }

    Mono<Addressee> plan(String reference) {
        return needed(
                gifts.find(Reference.read(reference))
                        .filter(pledge -> pledge.plan() != null)
                        .zipWhen(giving::matters)
                        .map(
                                both ->
                                        of(
                                                both.getT1(),
                                                "/desk/plans/" + both.getT1().reference(),
                                                both.getT2())));
    }

    private static Addressee of(Pledge pledge, String path, List<UUID> matters) {
        return new Addressee(
                path,
                pledge.reference(),
                new Whose(pledge.subject(), pledge.language(), pledge.story()),
                matters);
    }

    private static Mono<Addressee> needed(Mono<Addressee> found) {
        return found.switchIfEmpty(
                Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
