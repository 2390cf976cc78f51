package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** Shows the form once more where what is checked can't be done as it was answered. */
@Component
class CheckRefusals {

    private final CheckoutPages pages;

    CheckRefusals(CheckoutPages pages) {
        this.pages = pages;
    }

    /** Sends the buyer back to the address that can't be delivered to. */
    Mono<Rendering> notDeliverable(
            ServerWebExchange exchange, Language language, Draft draft, String reason) {
        Map<String, String> typed = draft.typed();
        Section part = CheckoutReader.goesTo(typed);
        boolean japan = AddressReader.isJapan(part.own(typed));
        String field = part.of(japan ? AddressReader.PREFECTURE : AddressReader.COUNTRY);
        return formAgain(
                exchange,
                language,
                typed,
                Problem.of(field, "orders.checkout.not-deliverable", reason));
    }

    /** The day that was wished can't be kept any more. */
    Mono<Rendering> dayGone(ServerWebExchange exchange, Language language, Draft draft) {
        Problem problem = Problem.of(CheckoutReader.DAY, "orders.checkout.day.gone");
        return formAgain(exchange, language, draft.typed(), problem);
    }

    private Mono<Rendering> formAgain(
            ServerWebExchange exchange,
            Language language,
            Map<String, String> typed,
            Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.form(exchange, language, new Form(typed, List.of(problem)));
    }
}
