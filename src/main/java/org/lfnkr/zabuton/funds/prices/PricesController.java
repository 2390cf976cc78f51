package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where staff see what is claimed and until when, and wish for another price or an end. */
@Controller
@Needs(Right.SEE_FUND_RULES)
@RequestMapping("/{lang:en|ja}/desk/outcome-prices")
class PricesController {

    private static final String FILE = "file";

    private final Prices prices;

    PricesController(Prices prices) {
        this.prices = prices;
    }

    /**
     * @param ending 60, 30 or 7 for those that end so soon; anything else for all
     */
    @InMenu(value = DeskEntry.OUTCOMES, title = "claims.title", place = 60)
    @GetMapping
    Mono<Rendering> list(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String ending) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Optional<Ending> only = Ending.of(ending);
        return prices.standings()
                .filter(it -> only.isEmpty() || it.isIn(only.get()))
                .collectList()
                .map(
                        found ->
                                Page.of("funds/prices")
                                        .with("standings", found)
                                        .with("ending", only.map(Ending::code).orElse(""))
                                        .rendering());
    }

    @GetMapping("/{outcome}")
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String outcome) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(outcome).map(it -> page(it, Form.filled(Map.of())));
    }

    private Mono<Standing> known(String outcome) {
        return prices.standing(outcome)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(Standing standing, Form form) {
        return Page.of("funds/price")
                .with("standing", standing)
                .with("first", standing.today().plusDays(1))
                .with("form", form)
                .rendering();
    }

    /** The file is sealed before anybody is asked; what follows is shown on the draft's page. */
    @Needs(Right.PROPOSE_PRICES)
    @PostMapping("/{outcome}/prices")
    Mono<Rendering> price(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String outcome,
            Principal staff) {
        return Mono.zip(known(outcome), exchange.getMultipartData())
                .flatMap(
                        both ->
                                Upload.read(
                                        both.getT2(),
                                        FILE,
                                        file ->
                                                price(
                                                        exchange,
                                                        language,
                                                        both.getT1(),
                                                        Parts.typed(both.getT2()),
                                                        file,
                                                        staff)));
    }

    private Mono<Rendering> price(
            ServerWebExchange exchange,
            Language language,
            Standing standing,
            Map<String, String> typed,
            Upload file,
            Principal staff) {
        PriceForm form = new PriceForm(typed, standing.today());
        return Mono.justOrEmpty(form.price(standing.outcome()))
                .flatMap(
                        wish ->
                                SentOnce.carryOut(
                                        prices.draft(wish, file, UUID.fromString(staff.getName()))
                                                .map(
                                                        result ->
                                                                sealed(
                                                                        exchange, language,
                                                                        standing, typed, wish.id(),
                                                                        result)),
                                        drafted(language, wish.id())))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> again(exchange, standing, typed, form.problems())));
    }

    private Mono<Rendering> drafted(Language language, UUID draft) {
        return prices.draft(draft).map(it -> onDraft(language, it.id()));
    }

    private static Rendering sealed(
            ServerWebExchange exchange,
            Language language,
            Standing standing,
            Map<String, String> typed,
            UUID draft,
            SealResult result) {
        return switch (result) {
            case SealResult.Sealed sealed -> onDraft(language, draft);
            case SealResult.Refused refused ->
                    again(exchange, standing, typed, List.of(refused.why().problem(FILE)));
        };
    }

    static Rendering onDraft(Language language, UUID draft) {
        return Redirects.to(language, "/desk/outcome-prices/drafts/" + draft);
    }

    private static Rendering again(
            ServerWebExchange exchange,
            Standing standing,
            Map<String, String> typed,
            List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(standing, new Form(typed, problems));
    }

    @Needs(Right.PROPOSE_PRICES)
    @PostMapping("/{outcome}/endings")
    Mono<Rendering> end(
            ServerWebExchange exchange, Language language, @PathVariable String outcome) {
        return Mono.zip(known(outcome), exchange.getFormData())
                .flatMap(
                        both ->
                                end(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap()));
    }

    private Mono<Rendering> end(
            ServerWebExchange exchange,
            Language language,
            Standing standing,
            Map<String, String> typed) {
        PriceForm form = new PriceForm(typed, standing.today());
        return Mono.justOrEmpty(form.end(standing.outcome()))
                .flatMap(
                        end ->
                                SentOnce.carryOut(
                                        prices.draft(end).thenReturn(onDraft(language, end.id())),
                                        drafted(language, end.id())))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> again(exchange, standing, typed, form.problems())));
    }
}
