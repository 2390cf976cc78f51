package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderDesk;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses.Result;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Locale;

/** Where staff correct the mail address of an order that was mistyped; it is shown to nobody. */
@Controller
@Needs(Right.REVEAL_CONTACT)
@RequestMapping("/{lang:en|ja}/desk/orders/{code}/address")
class OrderAddressController {

    static final String DONE = "storefront.desk.address.done";

    private final OrderDesk desk;
    private final Mail mail;
    private final CorrectedAddresses addresses;

    OrderAddressController(OrderDesk desk, Mail mail, CorrectedAddresses addresses) {
        this.desk = desk;
        this.mail = mail;
        this.addresses = addresses;
    }

    /**
     * An order and what is known of its address.
     *
     * @param bounced whether the last mail about it could not be delivered
     * @param proved whether its owner has signed in by it
     */
    record Known(Order order, boolean bounced, boolean proved) {}

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String code) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(code).map(known -> page(known, AddressForm.fresh()));
    }

    @PostMapping
    Mono<Rendering> correct(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(code)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                correct(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        AddressForm.sent(both.getT2().toSingleValueMap()),
                                        staff));
    }

    private Mono<Rendering> correct(
            ServerWebExchange exchange,
            Language language,
            Known known,
            AddressForm form,
            Principal staff) {
        return form.failed()
                ? Mono.just(again(exchange, known, form))
                : addresses
                        .correct(wish(known, form), staff.getName())
                        .map(result -> answered(exchange, language, known, form, result));
    }

    private static CorrectedAddresses.Wish wish(Known known, AddressForm form) {
        Order order = known.order();
        return new CorrectedAddresses.Wish(
                order.subject(),
                form.email().orElseThrow(),
                known.bounced(),
                order.language(),
                order.id().value().toString(),
                form.reason());
    }

    private static Rendering answered(
            ServerWebExchange exchange,
            Language language,
            Known known,
            AddressForm form,
            Result result) {
        String word = result.name().toLowerCase(Locale.ROOT);
        return result == Result.DONE
                ? Told.on(
                        exchange,
                        "/" + language.tag() + "/desk/orders/" + known.order().reference(),
                        DONE)
                : again(
                        exchange,
                        known,
                        form.with(Problem.of("email", "storefront.desk.address." + word)));
    }

    private static Rendering again(ServerWebExchange exchange, Known known, AddressForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(known, form);
    }

    private static Rendering page(Known known, AddressForm form) {
        return Page.of("storefront/desk/address")
                .with("order", known.order())
                .with("bounced", known.bounced())
                .with("fixed", known.proved() && !known.bounced())
                .with("form", form.form())
                .with("reasons", AddressForm.REASONS)
                .rendering();
    }

    private Mono<Known> known(String code) {
        return desk.find(Reference.read(code))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(
                        order ->
                                Mono.zip(bounced(order), addresses.isProved(order.subject()))
                                        .map(is -> new Known(order, is.getT1(), is.getT2())));
    }

    /** As the last mail about it fared: an address that was reached since is somebody's to read. */
    private Mono<Boolean> bounced(Order order) {
        return mail.about(List.of(order.id().value()))
                .filter(letter -> letter.isUndeliverable() || letter.state().equals("sent"))
                .takeLast(1)
                .any(SentLetter::isUndeliverable);
    }
}
