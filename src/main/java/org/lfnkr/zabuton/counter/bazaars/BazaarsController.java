package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bazaars, and where one is opened. */
@Controller
@Needs(Right.SEE_BAZAARS)
@RequestMapping("/{lang:en|ja}/desk/bazaars")
class BazaarsController {

    private static final String CHANGE = "change";
    private static final Money MOST = Money.yen(999_999);

    private final Bazaars bazaars;

    BazaarsController(Bazaars bazaars) {
        this.bazaars = bazaars;
    }

    /**
     * @param before the bazaar that stood last on the page before
     */
    @InMenu(value = DeskEntry.SHOP, title = "counter.title", place = 45)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String before) {
        return page(exchange, before, CounterPages.form(Map.of(), List.of()));
    }

    @Needs(Right.SELL_AT_COUNTER)
    @PostMapping
    Mono<Rendering> open(ServerWebExchange exchange, Language language, Principal staff) {
        return CounterPages.typed(exchange)
                .flatMap(
                        typed ->
                                change(typed)
                                        .map(change -> open(language, typed, change, staff))
                                        .orElseGet(() -> again(exchange, typed)));
    }

    /** Nothing typed is none. */
    private static Optional<Money> change(Map<String, String> typed) {
        String change = typed.getOrDefault(CHANGE, "");
        return Typed.line(change).isEmpty()
                ? Optional.of(Money.ZERO)
                : TypedNumber.sum(change).filter(it -> it.compareTo(MOST) <= 0);
    }

    private Mono<Rendering> open(
            Language language, Map<String, String> typed, Money change, Principal staff) {
        return bazaars.open(CounterPages.form(typed), change, staff.getName())
                .map(it -> Redirects.to(language, "/desk/bazaars/" + it.code() + "/takings"));
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Map<String, String> typed) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem problem = Problem.of(CHANGE, "counter.change.unreadable");
        return page(exchange, "", CounterPages.form(typed, List.of(problem)));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, String before, Form form) {
        boolean late = Flags.has(exchange, "late");
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return bazaars.list(before, late)
                .map(
                        some ->
                                Page.of("counter/bazaars")
                                        .with("bazaars", some)
                                        .with("form", form)
                                        .with("late", late)
                                        .with("begun", before.isEmpty())
                                        .rendering());
    }
}
