package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * Leads through what a new shop lacks, in its order, and says what it can't promise until then. The
 * first two people have none of the roles that do most of it, and are who reads it first.
 */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk/opening")
class OpeningController {

    private final Readiness readiness;

    OpeningController(Readiness readiness) {
        this.readiness = readiness;
    }

    @InMenu(value = DeskEntry.TODAY, title = "storefront.opening.title", place = 90)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return readiness
                .now()
                .map(
                        opening ->
                                Page.of("storefront/desk/opening")
                                        .with("steps", opening.steps())
                                        .with("open", opening.left() == 0)
                                        .rendering());
    }
}
