package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Patience;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

/** Where staff see what of Stripe's settings is not as the shop needs it. */
@Controller
@Needs(Right.SEE_STRIPE_SETTINGS)
@RequestMapping("/{lang:en|ja}/desk/payments")
class StripeSettingsController {

    private final StripeSettingsCheck check;

    StripeSettingsController(StripeSettingsCheck check) {
        this.check = check;
    }

    @GetMapping
    Rendering show() {
        return Page.of("payments/settings").with("result", check.last().orElse(null)).rendering();
    }

    @Needs(Right.CHECK_STRIPE_SETTINGS)
    @PostMapping
    Mono<Rendering> checkNow(Language language) {
        return Patience.of(Patience.TO_PAY, check.check())
                .thenReturn(Redirects.to(language, "/desk/payments"));
    }
}
