package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
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
import java.util.List;
import java.util.UUID;

/** What pages would say after a price or an end, and the way to a second person. */
@Controller
@Needs(Right.SEE_FUND_RULES)
@RequestMapping("/{lang:en|ja}/desk/outcome-prices/drafts/{draft}")
class PriceDraftController {

    private static final String PROPOSED = "claims.told.proposed";
    private static final String NOTHING = "claims.told.nothing";

    private final Prices prices;
    private final Effects effects;

    PriceDraftController(Prices prices, Effects effects) {
        this.prices = prices;
        this.effects = effects;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String draft) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(PROPOSED, NOTHING));
        return known(draft)
                .zipWhen(effects::of)
                .map(
                        both ->
                                Page.of("funds/price-draft")
                                        .with("draft", both.getT1())
                                        .with("effects", both.getT2())
                                        .with("told", told)
                                        .rendering());
    }

    private Mono<PriceVersion> known(String draft) {
        return prices.draft(Slice.id(draft))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @Needs(Right.PROPOSE_PRICES)
    @PostMapping("/proposals")
    Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String draft,
            Principal staff) {
        return known(draft)
                .flatMap(it -> prices.propose(it, UUID.fromString(staff.getName())))
                .map(
                        proposal ->
                                Told.on(
                                        exchange,
                                        "/%s/desk/outcome-prices/drafts/%s"
                                                .formatted(language.tag(), Slice.id(draft)),
                                        told(proposal)));
    }

    private static String told(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Made made -> PROPOSED;
            case Proposal.Before before -> PROPOSED;
            case Proposal.Nothing nothing -> NOTHING;
            case Proposal.Unreasoned unreasoned -> NOTHING;
        };
    }
}
