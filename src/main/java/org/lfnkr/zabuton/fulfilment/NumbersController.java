package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.fulfilment.NumberLine.Outcome;
import org.lfnkr.zabuton.fulfilment.NumberList.Noted;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/** Where staff paste the list that a carrier gave them, and read what has become of each line. */
@Controller
@Needs(Right.SEND_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/numbers")
class NumbersController {

    private static final String LIST = "list";
    private static final int MOST = 500;

    private final NumberList numbers;

    NumbersController(NumberList numbers) {
        this.numbers = numbers;
    }

    @GetMapping
    Rendering show() {
        return page(Form.filled(Map.of()), List.of());
    }

    @PostMapping
    Mono<Rendering> note(ServerWebExchange exchange, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(LIST, ""))
                .flatMap(list -> note(exchange, list, staff.getName()));
    }

    private Mono<Rendering> note(ServerWebExchange exchange, String list, String actor) {
        int lines = NumberLine.read(list).size();
        if (lines == 0 || lines > MOST) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            String key = "fulfilment.numbers." + (lines == 0 ? "none" : "many");
            Problem problem = Problem.of(LIST, key, MOST);
            return Mono.just(page(new Form(Map.of(LIST, list), List.of(problem)), List.of()));
        }
        return numbers.note(list, actor)
                .collectList()
                .map(noted -> page(Form.filled(Map.of(LIST, left(noted))), noted));
    }

    /** What was not done stands in the form again, to be put right. */
    private static String left(List<Noted> noted) {
        return String.join(
                "\n",
                noted.stream()
                        .filter(it -> !isThere(it.outcome()))
                        .map(it -> it.line().written())
                        .toList());
    }

    private static boolean isThere(Outcome outcome) {
        return outcome == Outcome.DONE || outcome == Outcome.SAME;
    }

    private static Rendering page(Form form, List<Noted> noted) {
        return Page.of("fulfilment/numbers")
                .with("form", form)
                .with("noted", noted)
                .with("done", noted.stream().filter(it -> it.outcome() == Outcome.DONE).count())
                .with("same", noted.stream().filter(it -> it.outcome() == Outcome.SAME).count())
                .with("failed", noted.stream().filter(it -> !isThere(it.outcome())).toList())
                .rendering();
    }
}
