package org.lfnkr.zabuton.staff.today;

import static org.lfnkr.zabuton.staff.today.TodayController.SNOOZED;
import static org.lfnkr.zabuton.staff.today.TodayController.WOKEN;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
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

/** Puts a warning of Today off, by whose work it is. Others find none here. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk/snoozes/{concern}")
class SnoozeController {

    private final Today today;
    private final Snoozes snoozes;

    SnoozeController(Today today, Snoozes snoozes) {
        this.today = today;
        this.snoozes = snoozes;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @AuthenticationPrincipal Colleague staff,
            @PathVariable String concern) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return warning(staff, concern).map(line -> page(line, SnoozeForm.fresh(), List.of()));
    }

    private Mono<Line> warning(Colleague staff, String key) {
        return today.warning(staff, key)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(Line line, SnoozeForm form, List<Problem> problems) {
        return Page.of("staff/snooze")
                .with("line", line)
                .with("days", SnoozeForm.DAYS)
                .with("form", form.shown(problems))
                .rendering();
    }

    @PostMapping
    Mono<Rendering> snooze(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal Colleague staff,
            @PathVariable String concern,
            SnoozeForm form) {
        return warning(staff, concern)
                .flatMap(
                        line ->
                                form.problems().isEmpty() && line.tally() != null
                                        ? snoozes.snooze(
                                                        line.concern(),
                                                        line.tally(),
                                                        form.reason(),
                                                        form.time(),
                                                        staff.account())
                                                .then(told(exchange, language, SNOOZED))
                                        : Mono.just(again(exchange, line, form)));
    }

    private static Rendering again(ServerWebExchange exchange, Line line, SnoozeForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(line, form, form.problems());
    }

    @PostMapping("/endings")
    Mono<Rendering> end(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal Colleague staff,
            @PathVariable String concern) {
        return warning(staff, concern)
                .flatMap(line -> snoozes.end(line.concern(), staff.account()))
                .then(told(exchange, language, WOKEN));
    }

    private static Mono<Rendering> told(ServerWebExchange exchange, Language language, String key) {
        return Mono.fromSupplier(() -> Told.on(exchange, "/" + language.tag() + "/desk", key));
    }
}
