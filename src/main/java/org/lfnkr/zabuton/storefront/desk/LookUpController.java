package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/**
 * Where staff ask for what they have before them. It is sent, and so stands in no address and no
 * log; a person is told of, as of what is opened.
 */
@Controller
@Needs(Right.LOOK_UP)
@RequestMapping("/{lang:en|ja}/desk/look-ups")
class LookUpController {

    private final Finding finding;

    LookUpController(Finding finding) {
        this.finding = finding;
    }

    @PostMapping
    Mono<Rendering> find(ServerWebExchange exchange, Language language, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault("sought", ""))
                .flatMap(
                        sought ->
                                finding.find(sought, Colleague.of(staff))
                                        .map(found -> answer(exchange, language, sought, found)));
    }

    private static Rendering answer(
            ServerWebExchange exchange, Language language, String sought, Found found) {
        if (found instanceof Found.AnOrder order) {
            return Redirects.to(language, "/desk/orders/" + order.reference());
        }
        if (found instanceof Found.AGift gift) {
            return Redirects.to(language, "/desk/gifts/" + gift.payment());
        }
        if (found instanceof Found.APlan plan) {
            return Redirects.to(language, "/desk/plans/" + plan.reference());
        }
        if (found instanceof Found.TooMany) {
            exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        }
        return Page.of("storefront/desk/found")
                .with("kind", kind(found))
                .with("found", found)
                .with("sought", sought)
                .rendering();
    }

    private static String kind(Found found) {
        return switch (found) {
            case Found.AnOrder order -> "order";
            case Found.AGift gift -> "gift";
            case Found.APlan plan -> "plan";
            case Found.AReceipt receipt -> "receipt";
            case Found.APerson person -> "person";
            case Found.Nothing nothing -> "nothing";
            case Found.NotForYou other -> "not-for-you";
            case Found.TooMany many -> "too-many";
        };
    }
}
