package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.SaleTerms;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.orders.placing.DeliveryOffers;
import org.lfnkr.zabuton.shipping.PostalTown;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Composes the pages of the checkout. */
@Component
class CheckoutPages {

    private final Places places;
    private final Addresses addresses;
    private final ArrivalChoice arrivals;
    private final DeliveryOffers offers;
    private final WishWords words;
    private final Estimates estimates;
    private final SaleTerms terms;
    private final FigureCookie figures;
    private final WaitingOrders waiting;
    private final OrderSoFar soFar;

    CheckoutPages(
            Places places,
            Addresses addresses,
            ArrivalChoice arrivals,
            DeliveryOffers offers,
            WishWords words,
            Estimates estimates,
            SaleTerms terms,
            FigureCookie figures,
            WaitingOrders waiting,
            OrderSoFar soFar) {
        this.places = places;
        this.addresses = addresses;
        this.arrivals = arrivals;
        this.offers = offers;
        this.words = words;
        this.estimates = estimates;
        this.terms = terms;
        this.figures = figures;
        this.waiting = waiting;
        this.soFar = soFar;
    }

    /** A choice of radio buttons (see templates/web/field.html). */
    record Option(String value, String label, @Nullable String hint) {}

    /**
     * A part of the form that asks for an address.
     *
     * @param towns from which the visitor has to choose, or none
     */
    record Part(Section section, boolean japan, List<Option> towns) {

        /** What a field is called there. */
        public String of(String field) {
            return section.of(field);
        }

        /** The act of the button that looks its postal code up. */
        public String lookUp() {
            return section == Section.BUYER ? "postal-code" : "to-postal-code";
        }

        /** As browsers fill it in; somebody else's address is filled apart from one's own. */
        public String fills(String what) {
            return section == Section.BUYER ? what : "section-recipient shipping " + what;
        }
    }

    Mono<Rendering> form(ServerWebExchange exchange, Language language, Form form) {
        return form(exchange, language, form, Section.BUYER, List.of());
    }

    /**
     * @param asked in which part the visitor has to choose one of the towns
     */
    Mono<Rendering> form(
            ServerWebExchange exchange,
            Language language,
            Form form,
            Section asked,
            List<PostalTown> towns) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return places.abroad(language)
                .map(
                        countries ->
                                Page.of("orders/checkout")
                                        .with("form", form)
                                        .with("mine", part(Section.BUYER, form, asked, towns))
                                        .with("to", part(Section.RECIPIENT, form, asked, towns))
                                        .with("another", isToAnother(form.values()))
                                        .with(
                                                "prefectures",
                                                Places.japan(language, Prefecture::code))
                                        .with("countries", countries))
                .flatMap(page -> arrivals.on(page, exchange, form.values(), language))
                .flatMap(page -> soFar.beside(exchange, page))
                .map(Page::rendering);
    }

    private static boolean isToAnother(Map<String, String> typed) {
        return CheckoutReader.goesTo(typed) == Section.RECIPIENT;
    }

    private static Part part(Section section, Form form, Section asked, List<PostalTown> towns) {
        boolean japan = AddressReader.isJapan(section.own(form.values()));
        return new Part(section, japan, section == asked ? towns(towns) : List.of());
    }

    private static List<Option> towns(List<PostalTown> towns) {
        return IntStream.range(0, towns.size())
                .mapToObj(
                        place -> new Option(Integer.toString(place), label(towns.get(place)), null))
                .toList();
    }

    private static String label(PostalTown town) {
        return town.prefecture() + town.city() + town.town();
    }

    /** The last page before the order; it carries what the law on mail order asks for. */
    Mono<Rendering> check(
            ServerWebExchange exchange,
            Language language,
            CheckoutQuote.Ready quote,
            CheckoutAnswers.Good answers,
            Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PricedCart cart = quote.cart();
        Delivery delivery = answers.delivery();
        return estimates
                .of(cart.takings())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(
                        waiting.of(exchange),
                        (estimate, known) ->
                                Page.of("orders/check")
                                        .with("waiting", known.notice().orElse(null))
                                        .with("cart", cart)
                                        .with("shipping", quote.shipping())
                                        .with("payment", terms.payment(cart, language))
                                        .with("returns", terms.returns(cart, language))
                                        .with(
                                                "estimate",
                                                estimate.filter(ImpactEstimate::isClaim)
                                                        .orElse(null))
                                        .with("told", estimate.orElse(null))
                                        .with("fall", fall(exchange, quote, delivery, estimate))
                                        .with("destination", delivery.destination().words())
                                        .with("email", answers.email().value())
                                        .with("delivery", delivery)
                                        .with("home", delivery.home())
                                        .with("address", addresses.lines(delivery.home(), language))
                                        .with("goesTo", addresses.lines(delivery, language))
                                        .with("takesWishes", !days(quote, delivery).isEmpty())
                                        .with("wished", words.text(answers.arrival(), language))
                                        .with("form", form)
                                        .rendering());
    }

    private List<LocalDate> days(CheckoutQuote quote, Delivery delivery) {
        return offers.days(quote, delivery.destination());
    }

    private Figure.@Nullable Fall fall(
            ServerWebExchange exchange,
            CheckoutQuote.Ready quote,
            Delivery delivery,
            Optional<ImpactEstimate> estimate) {
        return estimate.map(it -> Figure.of(it, quote.cart(), delivery.destination()))
                .map(now -> figures.tell(exchange, now))
                .orElse(null);
    }
}
