package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.fulfilment.NumberLine.Outcome;
import org.lfnkr.zabuton.fulfilment.NumberList.Noted;
import org.lfnkr.zabuton.kernel.OfficeText;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.core.io.buffer.DataBufferLimitException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where staff bring the list that a carrier gave them, and read what has become of each line. */
@Controller
@Needs(Right.SEND_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels/numbers")
class NumbersController {

    private static final String LIST = "list";
    private static final String FILE = "file";
    private static final int MOST = 500;
    private static final int MOST_BYTES = 1_000_000;
    private static final Map<String, String> COLUMNS = Map.of("order", "1", "number", "2");

    private final NumberList numbers;

    NumbersController(NumberList numbers) {
        this.numbers = numbers;
    }

    @GetMapping
    Rendering show() {
        return page(Form.filled(COLUMNS), List.of());
    }

    @PostMapping
    Mono<Rendering> note(ServerWebExchange exchange, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(LIST, ""))
                .flatMap(
                        list ->
                                note(
                                        exchange,
                                        new Brought(LIST, list, NumberColumns.FIRST),
                                        staff.getName()));
    }

    /** As the carrier's program writes it, with columns of its own. */
    @PostMapping("/files")
    Mono<Rendering> read(ServerWebExchange exchange, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return exchange.getMultipartData()
                .flatMap(
                        parts ->
                                Parts.file(parts, FILE, MOST_BYTES)
                                        .flatMap(
                                                file ->
                                                        read(
                                                                exchange,
                                                                file,
                                                                Parts.typed(parts),
                                                                staff.getName())))
                .onErrorResume(
                        DataBufferLimitException.class,
                        heavy -> again(exchange, COLUMNS, FILE, "heavy"));
    }

    private Mono<Rendering> read(
            ServerWebExchange exchange, byte[] file, Map<String, String> typed, String actor) {
        Optional<NumberColumns> columns = NumberColumns.typed(typed);
        if (columns.isEmpty()) {
            return again(exchange, typed, "order", "columns");
        }
        return OfficeText.of(file)
                .map(text -> note(exchange, new Brought(FILE, text, columns.get()), actor))
                .orElseGet(() -> again(exchange, typed, FILE, "charset"));
    }

    /**
     * A list, however it came.
     *
     * @param field where the form says what is wrong with it
     */
    private record Brought(String field, String text, NumberColumns columns) {

        Map<String, String> shown() {
            Map<String, String> shown = new HashMap<>(COLUMNS);
            shown.put("order", Integer.toString(columns.order()));
            shown.put("number", Integer.toString(columns.number()));
            if (field.equals(LIST)) {
                shown.put(LIST, text);
            }
            return shown;
        }
    }

    private Mono<Rendering> note(ServerWebExchange exchange, Brought brought, String actor) {
        List<NumberLine> lines = NumberLine.read(brought.text(), brought.columns());
        if (lines.isEmpty() || lines.size() > MOST) {
            String why = lines.isEmpty() ? "none" : "many";
            return again(exchange, brought.shown(), brought.field(), why);
        }
        return numbers.note(lines, actor)
                .collectList()
                .map(noted -> page(left(brought, noted), noted));
    }

    private static Mono<Rendering> again(
            ServerWebExchange exchange, Map<String, String> typed, String field, String why) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem problem = Problem.of(field, "fulfilment.numbers." + why, MOST);
        return Mono.just(page(new Form(typed, List.of(problem)), List.of()));
    }

    private static Form left(Brought brought, List<Noted> noted) {
        Map<String, String> shown = brought.shown();
        shown.put(LIST, left(noted));
        return Form.filled(shown);
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
