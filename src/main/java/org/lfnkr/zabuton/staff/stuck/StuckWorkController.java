package org.lfnkr.zabuton.staff.stuck;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.Parked;
import org.lfnkr.zabuton.outbox.ParkedWork;
import org.lfnkr.zabuton.outbox.ParkedWork.Place;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Where staff see what the shop has given up, and have it tried again. */
@Controller
@Needs(Right.SEE_STUCK_WORK)
@RequestMapping("/{lang:en|ja}/desk/work")
class StuckWorkController {

    private static final String AGAIN = "staff.work.told.again";
    private static final String BEFORE = "staff.work.told.before";
    private static final List<String> TOLD = List.of(AGAIN, BEFORE);

    private final ParkedWork parked;
    private final StuckWork stuck;

    StuckWorkController(ParkedWork parked, StuckWork stuck) {
        this.parked = parked;
        this.stuck = stuck;
    }

    /** What a form sends. */
    record Which(String kind, String key) {}

    /**
     * @param after where the page before ended
     */
    @InMenu(value = DeskEntry.HOUSE, title = "staff.work.title", place = 30)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Place place = place(after);
        return parked.after(place, Slice.ASKED)
                .collectList()
                .map(found -> page(exchange, Slice.of(found), place));
    }

    /** Of what is no place, the list begins anew. */
    private static Place place(String after) {
        String[] parts = after.split(" ", 3);
        try {
            return parts.length < 3
                    ? Place.START
                    : new Place(Instant.parse(parts[0]), parts[1], parts[2]);
        } catch (DateTimeException noPlace) {
            return Place.START;
        }
    }

    private static Rendering page(ServerWebExchange exchange, Slice<Parked> shown, Place place) {
        return Page.of("staff/work")
                .with("parked", shown)
                .with("older", shown.isEmpty() ? null : after(shown.last()))
                .with("latest", place.equals(Place.START))
                .with("told", Told.take(exchange, TOLD))
                .rendering();
    }

    private static String after(Parked last) {
        return last.parkedAt() + " " + last.kind() + " " + last.key();
    }

    @Needs(Right.RETRY_STUCK_WORK)
    @PostMapping
    Mono<Rendering> tryAgain(
            ServerWebExchange exchange, Language language, Which which, Principal staff) {
        return stuck.tryAgain(
                        String.valueOf(which.kind()), String.valueOf(which.key()), staff.getName())
                .map(again -> again ? AGAIN : BEFORE)
                .map(key -> Told.on(exchange, "/" + language.tag() + "/desk/work", key));
    }
}
