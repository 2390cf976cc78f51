package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

/** Where staff note what they do with the parcels of one order. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/{order}")
class ParcelController {

    private static final String TOLD = "fulfilment.told.";
    private static final String BEFORE = "before";

    private final ParcelPages pages;
    private final Sending sending;

    ParcelController(ParcelPages pages, Sending sending) {
        this.pages = pages;
        this.sending = sending;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            Principal staff) {
        return pages.form(order, language)
                .flatMap(
                        form ->
                                pages.page(
                                        exchange,
                                        form,
                                        Told.after(exchange, TOLD).orElse(""),
                                        Colleague.of(staff)));
    }

    @PostMapping
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> send(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            Principal staff) {
        return pages.form(order, language)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                send(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap(),
                                        staff));
    }

    private Mono<Rendering> send(
            ServerWebExchange exchange,
            Language language,
            ParcelForm fresh,
            Map<String, String> typed,
            Principal staff) {
        ParcelForm form = ParcelForm.sent(fresh.story(), fresh.carriers(), typed);
        return form.needsAnswer()
                ? pages.again(exchange, form, Colleague.of(staff))
                : send(exchange, language, form.story(), form.wish(), staff);
    }

    private Mono<Rendering> send(
            ServerWebExchange exchange,
            Language language,
            OrderStory story,
            SendParcel wish,
            Principal staff) {
        return sending.send(wish, staff.getName())
                .map(done -> told(exchange, language, story, word(done) + "." + wish.parcel()));
    }

    private static String word(Handover done) {
        return switch (done) {
            case Handover.Sent sent -> "sent";
            case Handover.Before before -> BEFORE;
            case Handover.Stopped stopped -> "stopped";
            case Handover.Empty empty -> "changed";
            case Handover.TooMany many -> "changed";
        };
    }

    /** What is left is not sent any more. */
    @PostMapping("/rest")
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> callOff(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            Principal staff) {
        return pages.form(order, language)
                .flatMap(
                        form ->
                                sending.callOff(form.story().order().id(), staff.getName())
                                        .map(
                                                off ->
                                                        told(
                                                                exchange,
                                                                language,
                                                                form.story(),
                                                                off ? "off" : BEFORE)));
    }

    @PostMapping("/{parcel}/returns")
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> takeBack(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            @PathVariable String parcel,
            Principal staff) {
        return pages.form(order, language)
                .flatMap(
                        form ->
                                sending.takeBack(id(form), Slice.id(parcel), staff.getName())
                                        .map(
                                                back ->
                                                        told(
                                                                exchange,
                                                                language,
                                                                form.story(),
                                                                back.code())));
    }

    @PostMapping("/{parcel}/tracking")
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> renumber(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            @PathVariable String parcel,
            Principal staff) {
        UUID id = Slice.id(parcel);
        return pages.form(order, language)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                renumber(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        id,
                                        String.valueOf(
                                                both.getT2().getFirst(ParcelForm.numberOf(id))),
                                        staff));
    }

    /** Nothing typed takes a wrong number away. */
    private Mono<Rendering> renumber(
            ServerWebExchange exchange,
            Language language,
            ParcelForm form,
            UUID parcel,
            String typed,
            Principal staff) {
        TrackingNumber number = TrackingNumber.read(typed).orElse(null);
        return number == null && !typed.isBlank()
                ? pages.again(exchange, form.withUnreadable(parcel, typed), Colleague.of(staff))
                : sending.renumber(id(form), parcel, number, staff.getName())
                        .map(
                                isNew ->
                                        told(
                                                exchange,
                                                language,
                                                form.story(),
                                                isNew ? numbered(form, parcel) : BEFORE));
    }

    private static String numbered(ParcelForm form, UUID parcel) {
        return Sending.isNumbered(form.story(), parcel) ? "number" : "numbered";
    }

    private static OrderId id(ParcelForm form) {
        return form.story().order().id();
    }

    /**
     * @param told a word, and behind it the parcel that it is about
     */
    private static Rendering told(
            ServerWebExchange exchange, Language language, OrderStory story, String told) {
        String here = "/" + language.tag() + "/desk/parcels/" + story.order().id().value();
        return Told.on(exchange, here, TOLD + told);
    }
}
