package org.lfnkr.zabuton.counter;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the pages of a bazaar share. */
@Component
@NamedInterface("inside")
public class CounterPages {

    public static final String DONE = "counter.told.done";
    public static final String SOLD = "counter.told.sold";
    public static final String UNDONE = "counter.told.undone";
    public static final String UNDONE_BEFORE = "counter.told.undone-before";
    public static final String NOT_NOW = "counter.told.not-now";
    static final String UNSETTLED = "counter.told.unsettled";
    static final String OWN_LOSSES = "counter.told.own-losses";
    public static final String COUNTED = "counter.told.counted";
    public static final String DIFFER = "counter.told.differ";
    public static final String AGREE = "counter.told.agree";
    static final List<String> TOLD =
            List.of(
                    DONE,
                    SOLD,
                    UNDONE,
                    UNDONE_BEFORE,
                    NOT_NOW,
                    UNSETTLED,
                    OWN_LOSSES,
                    COUNTED,
                    DIFFER,
                    AGREE);

    private static final UUID NONE = new UUID(0, 0);

    private final BazaarStore bazaars;

    CounterPages(BazaarStore bazaars) {
        this.bazaars = bazaars;
    }

    /** Not found where nothing is called so. */
    public Mono<Bazaar> bazaar(String code) {
        return Mono.justOrEmpty(BazaarCode.of(code))
                .flatMap(bazaars::find)
                .switchIfEmpty(Mono.error(CounterPages::missing));
    }

    /** What answers an address that leads nowhere. */
    public static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Kept by no cache, with what is to be told. */
    public static Page page(ServerWebExchange exchange, String template, Bazaar bazaar) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Page.of(template).with("bazaar", bazaar).with("told", Told.take(exchange, TOLD));
    }

    /** The same where what was typed is to be put right. */
    public static Page again(ServerWebExchange exchange, String template, Bazaar bazaar) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, template, bazaar);
    }

    /**
     * Leads on to a page of the bazaar and tells what was done there.
     *
     * @param place behind the bazaar's own address; empty for that
     */
    public static Rendering led(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            String place,
            String key) {
        String here = "/" + language.tag() + "/desk/bazaars/" + bazaar.code() + place;
        return Told.on(exchange, here, key);
    }

    /** The same of what became of an act. */
    public static Rendering led(
            ServerWebExchange exchange, Language language, Bazaar bazaar, Noting noting) {
        String key =
                switch (noting) {
                    case Noting.Noted done -> DONE;
                    case Noting.Unsettled some -> UNSETTLED;
                    case Noting.OwnLosses own -> OWN_LOSSES;
                    case Noting.NotNow late -> NOT_NOW;
                    case Noting.TooMany few -> NOT_NOW;
                };
        return led(exchange, language, bazaar, "", key);
    }

    /** What was typed, the first value of each field. */
    public static Mono<Map<String, String>> typed(ServerWebExchange exchange) {
        return exchange.getFormData().map(it -> Map.copyOf(it.toSingleValueMap()));
    }

    /** The form's id; one that is none comes from no form of ours, and can be no second time. */
    public static UUID form(Map<String, String> typed) {
        UUID id = Slice.id(typed.getOrDefault("form", ""));
        return id.equals(NONE) ? UUID.randomUUID() : id;
    }

    /** What was typed, or a new form. */
    public static Form form(Map<String, String> typed, List<Problem> problems) {
        Map<String, String> values = new HashMap<>(typed);
        values.putIfAbsent("form", UUID.randomUUID().toString());
        return new Form(values, problems);
    }
}
