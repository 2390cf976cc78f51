package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
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
import java.time.Instant;
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
     * @param bounced when the last mail about it was written, where that could not be delivered
     */
    record Known(Order order, @Nullable Instant bounced, CorrectedAddresses.Rules rules) {}

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
                .with("told", known.rules().told())
                .with("fixed", known.rules().fixed())
                .with("form", form.form())
                .with("reasons", AddressForm.REASONS)
                .rendering();
    }

    private Mono<Known> known(String code) {
        return desk.find(Reference.read(code))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(
                        order ->
                                bounced(order)
                                        .singleOptional()
                                        .flatMap(bounced -> known(order, bounced.orElse(null))));
    }

    private Mono<Known> known(Order order, @Nullable Instant bounced) {
        return addresses
                .rules(order.subject(), bounced)
                .map(rules -> new Known(order, bounced, rules));
    }

    /** As the last mail about it fared: an address that was reached since is somebody's to read. */
    private Mono<Instant> bounced(Order order) {
        return mail.about(List.of(order.id().value()))
                .filter(letter -> letter.isUndeliverable() || letter.state().equals("sent"))
                .takeLast(1)
                .filter(SentLetter::isUndeliverable)
                .next()
                .map(SentLetter::queuedAt);
    }
}
