package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
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
import java.util.Map;

/** Where staff open a return for a buyer who phones or writes; what follows is as if they asked. */
@Controller
@Needs(Right.ANSWER_RETURNS)
@RequestMapping("/{lang:en|ja}/desk/orders/{code}/returns")
class ReturnForBuyerController {

    private final OrderDesk desk;
    private final Orders orders;
    private final ReturnOffers offers;
    private final Asking asking;

    ReturnForBuyerController(OrderDesk desk, Orders orders, ReturnOffers offers, Asking asking) {
        this.desk = desk;
        this.orders = orders;
        this.offers = offers;
        this.asking = asking;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, @PathVariable String code) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return story(code, language)
                .zipWhen(offers::of)
                .map(both -> page(both.getT1().order(), ReturnForm.fresh(both.getT2(), Map.of())));
    }

    @PostMapping
    Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            Principal staff) {
        return story(code, language)
                .map(OrderStory::order)
                .zipWith(exchange.getFormData().map(it -> Map.copyOf(it.toSingleValueMap())))
                .flatMap(
                        both ->
                                asking.ask(both.getT1().id(), both.getT2(), staff.getName())
                                        .map(it -> answered(exchange, language, both.getT1(), it)));
    }

    private Rendering answered(
            ServerWebExchange exchange, Language language, Order order, AskAnswer answer) {
        return switch (answer) {
            case AskAnswer.Asked asked ->
                    Redirects.to(language, "/desk/returns/" + asked.request());
            case AskAnswer.Wrong wrong -> again(exchange, order, wrong.form());
            case AskAnswer.Closed closed ->
                    again(exchange, order, ReturnForm.fresh(closed.offer(), Map.of()));
        };
    }

    private static Rendering again(ServerWebExchange exchange, Order order, ReturnForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(order, form);
    }

    private static Rendering page(Order order, ReturnForm form) {
        return Page.of("returns/ask-desk")
                .with("order", order)
                .with("offer", form.offer())
                .with("form", form.form())
                .with("causes", ReturnCause.values())
                .rendering();
    }

    /** Not found where there is no such order, or none that is paid. */
    private Mono<OrderStory> story(String code, Language language) {
        return desk.find(Reference.read(code))
                .filter(order -> order.paidAt() != null)
                .flatMap(orders::story)
                .flatMap(story -> desk.worded(story, language))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
