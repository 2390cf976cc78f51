package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.WaitingRefunds;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Composes the page of an order's parcels at the desk. */
@Component
class ParcelPages {

    static final String TOLD = "fulfilment.told.";

    private static final Set<String> TELLS =
            Set.of("sent", "before", "off", "back", "said", "number", "numbered");

    private final Orders orders;
    private final OrderPapers papers;
    private final Timings timings;
    private final OrderDesk desk;
    private final ParcelStore parcels;
    private final Reveals reveals;
    private final WaitingRefunds waiting;
    private final Clock clock;

    ParcelPages(
            Orders orders,
            OrderPapers papers,
            Timings timings,
            OrderDesk desk,
            ParcelStore parcels,
            Reveals reveals,
            WaitingRefunds waiting,
            Clock clock) {
        this.orders = orders;
        this.papers = papers;
        this.timings = timings;
        this.desk = desk;
        this.parcels = parcels;
        this.reveals = reveals;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Not found where there is no such order, or it was never paid; in the reader's words. */
    Mono<ParcelForm> form(String order, Language language) {
        return form(new OrderId(Slice.id(order)), language);
    }

    /** The same, as it is now. */
    Mono<ParcelForm> form(OrderId order, Language language) {
        return orders.find(order)
                .filter(found -> found.paidAt() != null)
                .flatMap(orders::story)
                .flatMap(story -> desk.worded(story, language))
                .zipWith(parcels.carriers().collectList(), ParcelForm::fresh)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * Leads to the page of an order's parcels, which tells what an act has come to.
     *
     * @param told a word, and behind a point the parcel that it is about
     */
    static Rendering told(
            ServerWebExchange exchange, Language language, ParcelForm form, String told) {
        String order = form.story().order().id().value().toString();
        return Told.on(exchange, "/" + language.tag() + "/desk/parcels/" + order, TOLD + told);
    }

    /** With what is wrong, and everything that was typed. */
    Mono<Rendering> again(ServerWebExchange exchange, ParcelForm form, Colleague reader) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, form, "", reader);
    }

    /**
     * @param told what an act has come to, and behind a point the parcel that it was about; any
     *     other word tells nothing
     * @param reader who sees what they have opened of it
     */
    Mono<Rendering> page(
            ServerWebExchange exchange, ParcelForm form, String told, Colleague reader) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Order order = form.story().order();
        return Mono.zip(
                        reveals.of(order.matter(), reader),
                        timings.of(order.id()),
                        papers.goesToAnother(order),
                        waiting.of(order.id()).collectList())
                .map(
                        parts ->
                                page(form, told)
                                        .with("revealed", parts.getT1())
                                        .with("late", isLate(form, parts.getT2()))
                                        .with("due", due(order, parts.getT2()))
                                        .with("wish", parts.getT2().wish())
                                        .with("toAnother", parts.getT3())
                                        .with("refundsWaiting", parts.getT4())
                                        .rendering());
    }

    private Page page(ParcelForm form, String told) {
        String word = told.replaceFirst("\\..*", "");
        UUID parcel = Slice.id(told.substring(Math.min(told.length(), word.length() + 1)));
        OrderStory story = form.story();
        return Page.of("fulfilment/parcel")
                .with("story", story)
                .with("order", story.order())
                .with("standing", story.standing())
                .with("lines", form.lines())
                .with("asked", form.asked())
                .with("carriers", form.carriers())
                .with("form", form.form())
                .with("kept", form.kept())
                .with("callsOff", Sending.mayCallOff(story))
                .with("told", TELLS.contains(word) ? told(word, story) : null)
                .with("noted", noted(story, parcel));
    }

    /** What came back is sent again only where its money stays. */
    private static String told(String word, OrderStory story) {
        return word.equals("back") && !story.standing().maySend() ? "kept" : word;
    }

    private boolean isLate(ParcelForm form, Timing timing) {
        Order order = form.story().order();
        Instant paidAt = order.paidAt();
        return paidAt != null
                && !form.lines().isEmpty()
                && Due.isLate(due(order, timing), paidAt, clock.instant());
    }

    private static @Nullable LocalDate due(Order order, Timing timing) {
        Instant paidAt = order.paidAt();
        return paidAt == null ? null : timing.dueOn(BusinessDate.of(paidAt));
    }

    private static List<?> noted(OrderStory story, UUID parcel) {
        return story.parcels().parcels().stream().filter(it -> it.id().equals(parcel)).toList();
    }
}
