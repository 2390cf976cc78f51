package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.WishNotice;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A plan at the desk, without its giver; staff stop, pause or resume it for who asks on the phone.
 */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/plans/{reference}")
class PlanDossierController {

    private static final int LONGEST = 200;

    private final PlanDesk desk;
    private final PlanDossierPages pages;

    PlanDossierController(PlanDesk desk, PlanDossierPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** What a form sends; the other form's answers are null. */
    record Answers(
            @Nullable String stopReason,
            @Nullable String pauseReason,
            @Nullable String resumeReason,
            @Nullable String charges) {}

    /**
     * What somebody asked for.
     *
     * @param charges how many are left out
     */
    record Asked(String reason, int charges) {

        Asked(@Nullable String reason, @Nullable String charges) {
            this(
                    Typed.line(Objects.requireNonNullElse(reason, "")),
                    TypedNumber.count(Objects.requireNonNullElse(charges, "")).orElse(1));
        }

        List<Problem> problems(String field) {
            if (reason.isEmpty()) {
                return List.of(Problem.of(field, "giving.plans.reason.missing"));
            }
            return Typed.length(reason) > LONGEST
                    ? List.of(Problem.of(field, "giving.plans.reason.long", LONGEST))
                    : List.of();
        }
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @PathVariable String reference, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(reference)
                .flatMap(
                        plan ->
                                pages.page(
                                        plan,
                                        Form.filled(Map.of()),
                                        told(exchange, plan),
                                        Colleague.of(staff)));
    }

    private static @Nullable String told(ServerWebExchange exchange, GiftPlanView plan) {
        String mails = Told.take(exchange, LettersAgain.TOLD);
        return mails == null ? WishNotice.take(exchange, plan.payments().wishPending()) : mails;
    }

    private Mono<GiftPlanView> found(String reference) {
        return desk.find(Reference.read(reference))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @Needs(Right.STOP_PLANS)
    @PostMapping("/stops")
    Mono<Rendering> stop(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            Answers answers,
            Principal staff) {
        Asked asked = new Asked(answers.stopReason(), "1");
        return found(reference)
                .flatMap(
                        plan ->
                                asked.problems("stopReason").isEmpty()
                                        ? desk.stop(plan, asked.reason(), staff.getName())
                                                .map(it -> told(exchange, language, plan, it))
                                        : refused(exchange, plan, "stopReason", asked, staff));
    }

    @Needs(Right.STOP_PLANS)
    @PostMapping("/pauses")
    Mono<Rendering> pause(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            Answers answers,
            Principal staff) {
        Asked asked = new Asked(answers.pauseReason(), answers.charges());
        return found(reference)
                .flatMap(
                        plan ->
                                asked.problems("pauseReason").isEmpty()
                                        ? desk.pause(
                                                        plan,
                                                        asked.charges(),
                                                        asked.reason(),
                                                        staff.getName())
                                                .map(it -> told(exchange, language, plan, it))
                                        : refused(exchange, plan, "pauseReason", asked, staff));
    }

    @Needs(Right.STOP_PLANS)
    @PostMapping("/resumptions")
    Mono<Rendering> resume(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            Answers answers,
            Principal staff) {
        Asked asked = new Asked(answers.resumeReason(), "1");
        return found(reference)
                .flatMap(
                        plan ->
                                asked.problems("resumeReason").isEmpty()
                                        ? desk.resume(plan, asked.reason(), staff.getName())
                                                .map(it -> told(exchange, language, plan, it))
                                        : refused(exchange, plan, "resumeReason", asked, staff));
    }

    private Mono<Rendering> refused(
            ServerWebExchange exchange,
            GiftPlanView plan,
            String field,
            Asked asked,
            Principal staff) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Map<String, String> typed = Map.of(field, asked.reason(), "charges", "" + asked.charges());
        Form form = new Form(typed, asked.problems(field));
        return pages.page(plan, form, null, Colleague.of(staff));
    }

    static Rendering told(
            ServerWebExchange exchange, Language language, GiftPlanView plan, WishResult result) {
        String here = "/" + language.tag() + "/desk/plans/" + plan.plan().reference();
        return WishNotice.on(exchange, here, result);
    }
}
