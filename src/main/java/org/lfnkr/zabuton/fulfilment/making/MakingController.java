package org.lfnkr.zabuton.fulfilment.making;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Objects;
import java.util.stream.Stream;

/** Where staff see what is to be made, for which order and until when. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/making")
class MakingController {

    private final Makings makings;

    MakingController(Makings makings) {
        this.makings = makings;
    }

    /**
     * @param after the order that stood last on the page before
     * @param variant of it, that stood last
     * @param unready whether only what is not ready is shown
     */
    @InMenu(value = DeskEntry.SHOP, title = "fulfilment.making.title", place = 25)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String variant,
            @RequestParam(defaultValue = "") String unready) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        boolean only = unready.equals("yes");
        return makings.waiting(Slice.id(after), Slice.id(variant), only, language)
                .map(
                        waiting ->
                                Page.of("fulfilment/making")
                                        .with("waiting", waiting)
                                        .with("today", makings.today())
                                        .with("unready", only)
                                        .with("begun", after.isEmpty())
                                        .rendering());
    }

    /** A state that the page doesn't offer comes from no form of ours. */
    @PostMapping("/{order}/{variant}")
    @Needs(Right.SEND_PARCELS)
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String order,
            @PathVariable String variant,
            Principal staff) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst("state"), ""))
                .flatMap(
                        state ->
                                Mono.justOrEmpty(
                                        Stream.of(Making.State.values())
                                                .filter(it -> it.code().equals(state))
                                                .findFirst()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(
                        state ->
                                makings.note(
                                        new OrderId(Slice.id(order)),
                                        new VariantId(Slice.id(variant)),
                                        state,
                                        staff.getName()))
                .map(noted -> Redirects.to(language, "/desk/making#" + order + "-" + variant));
    }
}
