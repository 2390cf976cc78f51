package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
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

/** Where staff note what they do with the parcels of one order. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/{order}")
class ParcelController {

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
                                        Told.after(exchange, ParcelPages.TOLD).orElse(""),
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
                : sending.send(form.wish(), staff.getName())
                        .flatMap(done -> answer(exchange, language, form, done, staff));
    }

    /** Where somebody else was faster, what was typed stays on the page. */
    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            ParcelForm form,
            Handover done,
            Principal staff) {
        return switch (done) {
            case Handover.Sent sent -> noted(exchange, language, form, "sent");
            case Handover.Before before -> noted(exchange, language, form, BEFORE);
            case Handover.Stopped stopped -> late(exchange, language, form, staff);
            case Handover.Empty empty -> late(exchange, language, form, staff);
            case Handover.TooMany many -> late(exchange, language, form, staff);
        };
    }

    private static Mono<Rendering> noted(
            ServerWebExchange exchange, Language language, ParcelForm form, String word) {
        String told = word + "." + form.wish().parcel();
        return Mono.fromSupplier(() -> ParcelPages.told(exchange, language, form, told));
    }

    private Mono<Rendering> late(
            ServerWebExchange exchange, Language language, ParcelForm form, Principal staff) {
        return pages.form(id(form), language)
                .map(now -> ParcelForm.late(now.story(), now.carriers(), form.typed()))
                .flatMap(now -> pages.again(exchange, now, Colleague.of(staff)));
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
                                                        ParcelPages.told(
                                                                exchange,
                                                                language,
                                                                form,
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
                                                        ParcelPages.told(
                                                                exchange,
                                                                language,
                                                                form,
                                                                back.code())));
    }

    private static OrderId id(ParcelForm form) {
        return form.story().order().id();
    }
}
