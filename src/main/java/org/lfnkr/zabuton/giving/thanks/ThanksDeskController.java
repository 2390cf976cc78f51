package org.lfnkr.zabuton.giving.thanks;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.thanks.PublicName.State;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where staff read the names that givers chose, before anybody else does. */
@Controller
@Needs(Right.READ_PUBLIC_NAMES)
@RequestMapping("/{lang:en|ja}/desk/thanks")
class ThanksDeskController {

    private static final String SAID = "giving.desk.told.";
    private static final String GONE = SAID + "gone";
    private static final List<String> TOLD =
            Stream.concat(
                            Arrays.stream(State.values()).map(state -> SAID + state.code()),
                            Stream.of(GONE))
                    .toList();

    private final PublicNames names;

    ThanksDeskController(PublicNames names) {
        this.names = names;
    }

    /** What a form sends: what is to become of a name. A form without it is none of ours. */
    record Choice(@Nullable State state) {

        State made() {
            if (state == null) {
                throw new ServerWebInputException("Nothing was chosen");
            }
            return state;
        }
    }

    /** The names in one state. */
    record Chapter(State state, Slice<PublicName> names) {}

    /**
     * @param after the last name of the page before; empty for all from the beginning
     */
    @InMenu(value = DeskEntry.GIVING, title = "giving.desk.title", place = 30)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Flux.fromArray(State.values())
                .concatMap(state -> chapter(state, Slice.id(after)))
                .collectList()
                .map(
                        chapters ->
                                Page.of("giving/desk")
                                        .with("chapters", chapters)
                                        .with("begun", after.isEmpty())
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    private Mono<Chapter> chapter(State state, UUID after) {
        return names.toRead(state, after).map(shown -> new Chapter(state, shown));
    }

    @Needs(Right.DECIDE_ON_PUBLIC_NAMES)
    @PostMapping("/{name}")
    Mono<Rendering> decide(
            ServerWebExchange exchange,
            Language language,
            @PathVariable UUID name,
            Choice choice,
            Principal staff) {
        return names.decide(name, choice.made(), staff.getName())
                .map(there -> there ? SAID + choice.made().code() : GONE)
                .map(key -> Told.on(exchange, "/" + language.tag() + "/desk/thanks", key));
    }
}
