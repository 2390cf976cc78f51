package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.giving.plans.PlanPurposes;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where staff say what a plan is for from now on, for whoever phones and has agreed to it: to what
 * was read to them, and to nothing else.
 */
@Controller
@Needs(Right.STOP_PLANS)
@RequestMapping("/{lang:en|ja}/desk/plans/{reference}/purposes")
class PlanPurposeDeskController {

    private static final String TO = "to";
    private static final String REASON = "purposeReason";

    private final PlanDesk desk;
    private final PlanPurposes purposes;
    private final PlanDossierPages pages;

    PlanPurposeDeskController(PlanDesk desk, PlanPurposes purposes, PlanDossierPages pages) {
        this.desk = desk;
        this.purposes = purposes;
        this.pages = pages;
    }

    @PostMapping
    Mono<Rendering> make(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            Principal staff) {
        return desk.find(Reference.read(reference))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                make(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap(),
                                        staff));
    }

    private Mono<Rendering> make(
            ServerWebExchange exchange,
            Language language,
            GiftPlanView plan,
            Map<String, String> typed,
            Principal staff) {
        PlanDossierController.Asked asked = new PlanDossierController.Asked(typed.get(REASON), "1");
        return purposes.offered(plan)
                .filter(to -> to.choice().equals(typed.get(TO)))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        to ->
                                to.isPresent() && asked.problems(REASON).isEmpty()
                                        ? desk.devote(
                                                        plan,
                                                        to.get(),
                                                        asked.reason(),
                                                        staff.getName())
                                                .map(
                                                        it ->
                                                                PlanDossierController.told(
                                                                        exchange, language, plan,
                                                                        it))
                                        : refused(
                                                exchange, plan, typed, problems(to, asked), staff));
    }

    private static List<Problem> problems(
            Optional<Destination> to, PlanDossierController.Asked asked) {
        List<Problem> problems = new ArrayList<>(asked.problems(REASON));
        if (to.isEmpty()) {
            problems.addFirst(Problem.of(TO, "giving.plans.purpose.missing"));
        }
        return problems;
    }

    private Mono<Rendering> refused(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Map<String, String> typed,
            List<Problem> problems,
            Principal staff) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.page(plan, new Form(typed, problems), null, Colleague.of(staff));
    }
}
