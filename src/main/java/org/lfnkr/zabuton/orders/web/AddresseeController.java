package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.ReceiptAddressee;
import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Typed;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets buyers say who the receipt is made out to, and get it in either language. */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}/receipt")
class AddresseeController {

    private static final String NAME = "name";
    private static final String GROUP = "group";
    private static final int LONGEST = 100;

    private final Orders orders;
    private final OrderPapers papers;

    AddresseeController(Orders orders, OrderPapers papers) {
        this.orders = orders;
        this.papers = papers;
    }

    @GetMapping
    Mono<Rendering> show(@PathVariable String reference, @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return paid(link)
                .flatMap(papers::addressee)
                .map(it -> page(link, filled(it)))
                .switchIfEmpty(missing());
    }

    private static Form filled(ReceiptAddressee addressee) {
        return Form.filled(
                addressee.group()
                        ? Map.of(NAME, addressee.name(), GROUP, "yes")
                        : Map.of(NAME, addressee.name()));
    }

    @PostMapping
    Mono<Rendering> address(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return paid(link)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                address(
                                        exchange,
                                        language,
                                        link,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap()))
                .switchIfEmpty(missing());
    }

    private Mono<Rendering> address(
            ServerWebExchange exchange,
            Language language,
            OrderLink link,
            Order order,
            Map<String, String> typed) {
        String name = Typed.line(typed.getOrDefault(NAME, ""));
        List<Problem> problems = problems(name);
        if (!problems.isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return Mono.just(page(link, new Form(typed, problems)));
        }
        return papers.address(order, new ReceiptAddressee(name, typed.containsKey(GROUP)))
                .thenReturn(Redirects.to(language, link.path() + "/receipt#papers"));
    }

    private static List<Problem> problems(String name) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(Problem.of(NAME, "orders.receipt.name.missing"));
        } else if (Typed.length(name) > LONGEST) {
            problems.add(Problem.of(NAME, "orders.checkout.too-long", LONGEST, Typed.length(name)));
        }
        Glyphs.problem(NAME, name).ifPresent(problems::add);
        return problems;
    }

    private static Rendering page(OrderLink link, Form form) {
        return Page.of("orders/receipt").with("link", link).with("form", form).rendering();
    }

    private Mono<Order> paid(OrderLink link) {
        return orders.open(link).filter(order -> order.paidAt() != null);
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
