package org.lfnkr.zabuton.staff.views;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where somebody names a list as they filter it, and finds again what they named. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk/views")
class ViewsController {

    private static final String SAVED = "staff.views.told.saved";
    private static final String REMOVED = "staff.views.told.removed";

    private final Views views;

    ViewsController(Views views) {
        this.views = views;
    }

    /** What the form sends, or the link to it: a name, and an address behind the language. */
    record Sent(String name, String address) {

        Sent {
            name = Typed.line(Objects.requireNonNullElse(name, ""));
            address = Objects.requireNonNullElse(address, "");
        }

        Optional<View> view() {
            return View.read(name, address);
        }

        List<Problem> problems() {
            if (name.isEmpty()) {
                return List.of(Problem.of("name", "staff.views.name.missing"));
            }
            return Typed.length(name) > View.LONGEST_NAME
                    ? List.of(Problem.of("name", "staff.views.name.long", View.LONGEST_NAME))
                    : List.of();
        }
    }

    @InMenu(value = DeskEntry.TODAY, title = "staff.views.title", place = 30)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @AuthenticationPrincipal Colleague staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return views.of(staff.account())
                .collectList()
                .map(
                        all ->
                                Page.of("staff/views")
                                        .with("all", all)
                                        .with("most", Views.MOST)
                                        .with("told", Told.take(exchange, List.of(SAVED, REMOVED)))
                                        .rendering());
    }

    /** Without a list to save, what is saved is shown. */
    @GetMapping("/new")
    Mono<Rendering> name(
            ServerWebExchange exchange, @AuthenticationPrincipal Colleague staff, Sent sent) {
        return Mono.justOrEmpty(sent.view())
                .map(view -> page(view, sent, List.of()))
                .switchIfEmpty(Mono.defer(() -> show(exchange, staff)));
    }

    private static View found(Sent sent) {
        return sent.view().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendering page(View view, Sent sent, List<Problem> problems) {
        return Page.of("staff/view")
                .with("address", view.address())
                .with("form", new Form(Map.of("name", sent.name()), problems))
                .rendering();
    }

    @PostMapping
    Mono<Rendering> save(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal Colleague staff,
            Sent sent) {
        View view = found(sent);
        return sent.problems().isEmpty()
                ? views.save(staff.account(), view)
                        .map(
                                saved ->
                                        saved
                                                ? told(exchange, language, SAVED)
                                                : again(exchange, view, sent, full()))
                : Mono.just(again(exchange, view, sent, sent.problems()));
    }

    private static List<Problem> full() {
        return List.of(Problem.of("name", "staff.views.full", Views.MOST));
    }

    private static Rendering again(
            ServerWebExchange exchange, View view, Sent sent, List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(view, sent, problems);
    }

    @PostMapping("/{view}/removals")
    Mono<Rendering> remove(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal Colleague staff,
            @PathVariable String view) {
        return views.remove(staff.account(), Slice.id(view))
                .then(Mono.fromSupplier(() -> told(exchange, language, REMOVED)));
    }

    private static Rendering told(ServerWebExchange exchange, Language language, String key) {
        return Told.on(exchange, "/" + language.tag() + "/desk/views", key);
    }
}
