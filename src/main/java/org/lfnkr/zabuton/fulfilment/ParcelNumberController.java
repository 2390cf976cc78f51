package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Objects;
import java.util.UUID;

/** Where staff give a parcel that went its tracking number, or another. */
@Controller
@Needs(Right.SEND_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/{order}/{parcel}/tracking")
class ParcelNumberController {

    private final ParcelPages pages;
    private final Sending sending;

    ParcelNumberController(ParcelPages pages, Sending sending) {
        this.pages = pages;
        this.sending = sending;
    }

    /**
     * What was typed.
     *
     * @param was the number that the page showed; empty for none
     */
    private record Sent(UUID parcel, String was, String number) {

        static Sent of(ParcelForm page, UUID parcel, MultiValueMap<String, String> form) {
            return new Sent(
                    parcel,
                    Objects.requireNonNullElse(form.getFirst("was"), page.tracking(parcel)),
                    Objects.requireNonNullElse(form.getFirst(ParcelForm.numberOf(parcel)), ""));
        }
    }

    /** Nothing typed takes a wrong number away. */
    @PostMapping
    Mono<Rendering> renumber(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            @PathVariable String parcel,
            Principal staff) {
        return pages.form(order, language)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                renumber(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        Sent.of(both.getT1(), Slice.id(parcel), both.getT2()),
                                        staff));
    }

    private Mono<Rendering> renumber(
            ServerWebExchange exchange,
            Language language,
            ParcelForm page,
            Sent sent,
            Principal staff) {
        TrackingNumber number = TrackingNumber.read(sent.number()).orElse(null);
        return number == null && !sent.number().isBlank()
                ? again(exchange, page, sent, "unreadable", staff)
                : sending.renumber(
                                page.story().order().id(),
                                sent.parcel(),
                                sent.was(),
                                number,
                                staff.getName())
                        .flatMap(done -> answer(exchange, language, page, sent, done, staff));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            ParcelForm page,
            Sent sent,
            Renumbered done,
            Principal staff) {
        return switch (done) {
            case NOW -> told(exchange, language, page, numbered(page, sent.parcel()));
            case BEFORE -> told(exchange, language, page, "before");
            case MEANWHILE ->
                    pages.form(page.story().order().id(), language)
                            .flatMap(now -> again(exchange, now, sent, other(now, sent), staff));
        };
    }

    private static String other(ParcelForm now, Sent sent) {
        return now.tracking(sent.parcel()).isEmpty() ? "gone" : "changed";
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, ParcelForm page, String word) {
        return Mono.fromSupplier(() -> ParcelPages.told(exchange, language, page, word));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange, ParcelForm page, Sent sent, String what, Principal staff) {
        ParcelForm typed =
                page.withNumber(sent.parcel(), sent.number(), "fulfilment.tracking." + what);
        return pages.again(exchange, typed, Colleague.of(staff));
    }

    private static String numbered(ParcelForm page, UUID parcel) {
        return Sending.isNumbered(page.story(), parcel) ? "number" : "numbered";
    }
}
