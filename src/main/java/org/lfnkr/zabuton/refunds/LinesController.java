package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.AttributionResult;
import org.lfnkr.zabuton.bookkeeping.BookedRefund;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.web.Page;
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

/** Where staff say which lines of an order a refund was for, or correct it. */
@Controller
@Needs(Right.REFUND_ORDERS)
@RequestMapping("/{lang:en|ja}/desk/refunds/{refund}")
class LinesController {

    private final Bookkeeping books;
    private final Payments payments;
    private final Orders orders;
    private final OrderDesk desk;

    LinesController(Bookkeeping books, Payments payments, Orders orders, OrderDesk desk) {
        this.books = books;
        this.payments = payments;
        this.orders = orders;
        this.desk = desk;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, Language language, @PathVariable String refund) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return lines(refund, language).map(LinesController::page);
    }

    @PostMapping
    Mono<Rendering> say(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String refund,
            Principal staff) {
        return lines(refund, language)
                .zipWith(exchange.getFormData())
                .map(both -> both.getT1().sent(both.getT2().toSingleValueMap()))
                .flatMap(lines -> say(exchange, language, lines, staff));
    }

    private Mono<Rendering> say(
            ServerWebExchange exchange, Language language, SaidLines lines, Principal staff) {
        if (lines.failed()) {
            return Mono.just(again(exchange, lines));
        }
        return lines.isKnown()
                ? Mono.just(told(exchange, language, "said-before"))
                : attribute(exchange, language, lines, staff);
    }

    private Mono<Rendering> attribute(
            ServerWebExchange exchange, Language language, SaidLines lines, Principal staff) {
        BookedRefund refund = lines.refund();
        return books.attribute(refund.payment(), refund.id(), lines.said(), staff.getName())
                .map(
                        result ->
                                result instanceof AttributionResult.Said
                                        ? told(exchange, language, "said")
                                        : again(exchange, lines));
    }

    private static Rendering told(ServerWebExchange exchange, Language language, String word) {
        return Told.on(exchange, "/" + language.tag() + "/desk/refunds", "refunds.told." + word);
    }

    private static Rendering again(ServerWebExchange exchange, SaidLines lines) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(lines);
    }

    private static Rendering page(SaidLines lines) {
        return Page.of("refunds/lines")
                .with("lines", lines)
                .with("order", lines.story().order())
                .with("refund", lines.refund())
                .with("parts", lines.all())
                .with("goodwill", Part.GOODWILL)
                .with("form", lines.form())
                .rendering();
    }

    /** Not found where no such refund of an order is booked. */
    private Mono<SaidLines> lines(String refund, Language language) {
        return books.refund(new RefundId(Slice.id(refund)))
                .flatMap(
                        booked ->
                                Mono.zip(story(booked, language), books.parts(booked))
                                        .map(
                                                both ->
                                                        SaidLines.fresh(
                                                                both.getT1(),
                                                                booked,
                                                                both.getT2())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<OrderStory> story(BookedRefund refund, Language language) {
        return payments.view(refund.payment())
                .flatMap(payment -> Mono.justOrEmpty(OrderId.ofPurpose(payment.purpose())))
                .flatMap(orders::find)
                .flatMap(orders::story)
                .flatMap(story -> desk.worded(story, language));
    }
}
