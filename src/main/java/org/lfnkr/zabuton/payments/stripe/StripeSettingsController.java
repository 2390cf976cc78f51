package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Patience;
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

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where staff see what of Stripe's settings is not as the shop needs it. */
@Controller
@Needs(Right.SEE_STRIPE_SETTINGS)
@RequestMapping("/{lang:en|ja}/desk/payments")
class StripeSettingsController {

    private static final String READ = "payments.settings.told.read";
    private static final String LATER = "payments.settings.told.later";
    private static final List<String> TOLD = List.of(READ, LATER);

    private final StripeSettingsCheck check;
    private final UnreadNotices unread;

    StripeSettingsController(StripeSettingsCheck check, UnreadNotices unread) {
        this.check = check;
        this.unread = unread;
    }

    /**
     * @param after the notice that stood last on the page before
     */
    @InMenu(value = DeskEntry.HOUSE, title = "payments.settings.title", place = 60)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return unread.after(after)
                .map(
                        notices ->
                                Page.of("payments/settings")
                                        .with("result", check.last().orElse(null))
                                        .with("notices", notices)
                                        .with("begun", after.isEmpty())
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    @Needs(Right.CHECK_STRIPE_SETTINGS)
    @PostMapping
    Mono<Rendering> checkNow(ServerWebExchange exchange, Language language) {
        Optional<Instant> before = check.last().map(StripeSettingsCheck.Result::at);
        return Patience.of(Patience.TO_PAY, check.check())
                .then(Mono.fromSupplier(() -> told(exchange, language, before)));
    }

    /** Stripe may not have answered in time. */
    private Rendering told(
            ServerWebExchange exchange, Language language, Optional<Instant> before) {
        boolean read = !check.last().map(StripeSettingsCheck.Result::at).equals(before);
        return Told.on(exchange, "/" + language.tag() + "/desk/payments", read ? READ : LATER);
    }
}
