package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Retyped;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a reader opens a part of a record, and goes back to the page that shows it. */
@Controller
@RequestMapping("/{lang:en|ja}/desk/reveals")
class RevealController {

    /** The id of a form. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    /** What its fields are called with, since they may be sent along with those of another form. */
    private static final String OWN = "reveal-";

    private final Reveals reveals;

    RevealController(Reveals reveals) {
        this.reveals = reveals;
    }

    @PostMapping("/ship-to")
    @Needs(Right.REVEAL_SHIP_TO)
    Mono<Rendering> shipTo(ServerWebExchange exchange, Language language, Principal staff) {
        return open(exchange, language, Part.SHIP_TO, staff);
    }

    @PostMapping("/contact")
    @Needs(Right.REVEAL_CONTACT)
    Mono<Rendering> contact(ServerWebExchange exchange, Language language, Principal staff) {
        return open(exchange, language, Part.CONTACT, staff);
    }

    @PostMapping("/receipt")
    @Needs(Right.REVEAL_RECEIPT)
    Mono<Rendering> receipt(ServerWebExchange exchange, Language language, Principal staff) {
        return open(exchange, language, Part.RECEIPT, staff);
    }

    @PostMapping("/bank")
    @Needs(Right.REVEAL_BANK)
    Mono<Rendering> bank(ServerWebExchange exchange, Language language, Principal staff) {
        return open(exchange, language, Part.BANK, staff);
    }

    private Mono<Rendering> open(
            ServerWebExchange exchange, Language language, Part part, Principal staff) {
        return exchange.getFormData()
                .flatMap(form -> open(form, part, Colleague.of(staff)).thenReturn(form))
                .map(form -> back(form, language, part));
    }

    /** With what was typed into a form beside it, which then stands there again. */
    private static Rendering back(
            MultiValueMap<String, String> form, Language language, Part part) {
        WayBack back = WayBack.of(value(form, "back"));
        String page = back.orElse("/" + language.tag() + "/desk");
        String keeps = value(form, "keeps");
        return FORM.matcher(keeps).matches()
                ? Redirects.again(Retyped.page(page, keeps) + "#" + part.code())
                : Redirects.to(page + "#" + part.code());
    }

    /** A reason that the page doesn't offer comes from no form of ours. */
    private Mono<Boolean> open(MultiValueMap<String, String> form, Part part, Colleague reader) {
        Matter matter = new Matter(value(form, "kind"), Slice.id(value(form, "record")));
        UUID id = Slice.id(value(form, "id-" + part.code()));
        return Mono.justOrEmpty(reason(part, value(form, "reason")))
                .flatMap(reason -> reveals.show(id, matter, part, reason, reader))
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Optional<Reason> reason(Part part, String code) {
        return part.reasons().stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(OWN + name), "");
    }
}
