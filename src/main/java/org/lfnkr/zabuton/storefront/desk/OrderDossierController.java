package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.ledger.Balance;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.WaitingRefunds;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.processing.HeldPayments;
import org.lfnkr.zabuton.reveals.Revealed;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where staff read all about one order. What the buyer told is masked until it is opened. */
@Controller
@Needs(Right.SEE_ORDERS)
@RequestMapping("/{lang:en|ja}/desk/orders/{code}")
class OrderDossierController {

    /** What the acts that lead here have come to. */
    private static final List<String> TOLD =
            List.of(
                    "refunds.told.done",
                    "refunds.told.before",
                    "refunds.told.proposed",
                    LettersAgain.AGAIN,
                    LettersAgain.NOT_AGAIN,
                    LettersAgain.CORRECTED);

    private final OrderDesk desk;
    private final Orders orders;
    private final OrderCourses courses;
    private final Bookkeeping books;
    private final Ledger ledger;
    private final Impact impact;
    private final Reveals reveals;
    private final Mail mail;
    private final HeldPayments held;
    private final WaitingRefunds waiting;
    private final Timings timings;
    private final OrderPapers papers;

    OrderDossierController(
            OrderDesk desk,
            Orders orders,
            OrderCourses courses,
            Bookkeeping books,
            Ledger ledger,
            Impact impact,
            Reveals reveals,
            Mail mail,
            HeldPayments held,
            WaitingRefunds waiting,
            Timings timings,
            OrderPapers papers) {
        this.desk = desk;
        this.orders = orders;
        this.courses = courses;
        this.books = books;
        this.ledger = ledger;
        this.impact = impact;
        this.reveals = reveals;
        this.mail = mail;
        this.held = held;
        this.waiting = waiting;
        this.timings = timings;
        this.papers = papers;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String code,
            Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return desk.find(Reference.read(code))
                .flatMap(orders::story)
                .flatMap(story -> desk.worded(story, language))
                .flatMap(story -> dossier(story, language))
                .flatMap(
                        it ->
                                Mono.zip(
                                        Mono.just(it),
                                        reveals.of(it.order().matter(), Colleague.of(staff)),
                                        mail.about(List.of(it.order().id().value())).collectList(),
                                        held.of(it.order().payment()).collectList(),
                                        waiting.of(it.order().id()).collectList(),
                                        timings.of(it.order().id()),
                                        papers.goesToAnother(it.order())))
                .map(
                        all ->
                                page(exchange, all.getT1(), all.getT2())
                                        .with("letters", all.getT3())
                                        .with("holds", all.getT4())
                                        .with("refundsWaiting", all.getT5())
                                        .with("timing", all.getT6())
                                        .with("toAnother", all.getT7())
                                        .rendering())
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Page page(ServerWebExchange exchange, OrderDossier dossier, Revealed revealed) {
        return Page.of("storefront/desk/order")
                .with("dossier", dossier)
                .with("revealed", revealed)
                .with("told", Told.take(exchange, TOLD));
    }

    private Mono<OrderDossier> dossier(OrderStory story, Language language) {
        Order order = story.order();
        return Mono.zip(
                        payment(order),
                        courses.of(story, language),
                        books.lots(order.payment()),
                        books.entries(order.payment()).collectList(),
                        funds(),
                        impact(order))
                .map(
                        parts ->
                                new OrderDossier(
                                        story,
                                        parts.getT1().orElse(null),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4(),
                                        parts.getT5(),
                                        parts.getT6()
                                                .filter(it -> story.standing().saysImpact())
                                                .orElse(null)));
    }

    private Mono<Map<String, Bilingual>> funds() {
        return ledger.funds().collectMap(Balance::code, Balance::name);
    }

    private Mono<Optional<PaymentView>> payment(Order order) {
        return orders.payment(order).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<ImpactStory>> impact(Order order) {
        return impact.story(order.id().value()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
