package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One thing that waits for a second person, made to be decided on at a phone. */
@Controller
@Needs(Right.SEE_APPROVALS)
@RequestMapping("/{lang:en|ja}/desk/approvals/{approval}")
class ApprovalController {

    private static final String TOLD = "approvals.told.";
    private static final String WHY = "why";
    private static final List<String> TELLING =
            Stream.of(Decision.values()).map(it -> TOLD + it.code()).toList();

    private static final Sent NOTHING = new Sent("", "", "", List.of());

    private final ApprovalPages pages;
    private final Approvals approvals;
    private final Signing signing;

    ApprovalController(ApprovalPages pages, Approvals approvals, Signing signing) {
        this.pages = pages;
        this.approvals = approvals;
        this.signing = signing;
    }

    /** What the forms send; each one a part of it. */
    record Sent(String challenge, String answer, String why, List<String> check) {

        Sent {
            challenge = Objects.requireNonNullElse(challenge, "");
            answer = Objects.requireNonNullElse(answer, "");
            why = Objects.requireNonNullElse(why, "");
            check = check == null ? List.of() : List.copyOf(check);
        }
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            @PathVariable String approval) {
        return found(approval, staff)
                .flatMap(it -> page(exchange, language, staff, it, Form.filled(Map.of()), false));
    }

    private Mono<Approval> found(String approval, Authentication staff) {
        return pages.readable(Slice.id(approval), Reader.of(staff))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Rendering> page(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            Approval approval,
            Form form,
            boolean unproven) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.page(approval, Reader.of(staff), language)
                .map(
                        it ->
                                Page.of("approvals/approval")
                                        .with("it", it)
                                        .with("question", it.question())
                                        .with("form", form)
                                        .with("unproven", unproven)
                                        .with("told", Told.take(exchange, TELLING))
                                        .rendering());
    }

    @PostMapping("/signatures")
    @Needs(Right.APPROVE)
    Mono<Rendering> sign(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            @PathVariable String approval,
            Sent sent) {
        return found(approval, staff)
                .flatMap(
                        it ->
                                signing.sign(
                                                it.id(),
                                                Reader.of(staff).account(),
                                                sent.challenge(),
                                                sent.answer(),
                                                sent.check())
                                        .flatMap(
                                                done ->
                                                        answer(
                                                                exchange, language, staff, it, sent,
                                                                done)));
    }

    @PostMapping("/refusals")
    @Needs(Right.APPROVE)
    Mono<Rendering> refuse(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            @PathVariable String approval,
            Sent sent) {
        return found(approval, staff)
                .flatMap(
                        it ->
                                approvals
                                        .refuse(it.id(), Reader.of(staff).account(), sent.why())
                                        .flatMap(
                                                done ->
                                                        answer(
                                                                exchange, language, staff, it, sent,
                                                                done)));
    }

    @PostMapping("/withdrawals")
    Mono<Rendering> withdraw(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            @PathVariable String approval) {
        return found(approval, staff)
                .flatMap(
                        it ->
                                approvals
                                        .withdraw(it.id(), Reader.of(staff).account())
                                        .flatMap(
                                                done ->
                                                        answer(
                                                                exchange, language, staff, it,
                                                                NOTHING, done)));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            Approval approval,
            Sent sent,
            Decision done) {
        return switch (done) {
            case UNPROVEN, UNCHECKED, UNREASONED, TOO_LONG ->
                    again(exchange, language, staff, approval, sent, done);
            case OVER, NOT_YOURS ->
                    sent.why().isBlank()
                            ? told(exchange, language, approval, done)
                            : found(approval.id().toString(), staff)
                                    .flatMap(
                                            it -> again(exchange, language, staff, it, sent, done));
            case APPROVED, REFUSED, WITHDRAWN, STALE -> told(exchange, language, approval, done);
        };
    }

    private static Mono<Rendering> told(
            ServerWebExchange exchange, Language language, Approval approval, Decision done) {
        String address = "/" + language.tag() + "/desk/approvals/" + approval.id();
        return Mono.fromSupplier(() -> Told.on(exchange, address, TOLD + done.code()));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            Approval approval,
            Sent sent,
            Decision done) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Form form = new Form(Map.of(WHY, sent.why()), problems(done));
        return page(exchange, language, staff, approval, form, done == Decision.UNPROVEN);
    }

    private static List<Problem> problems(Decision done) {
        return switch (done) {
            case UNREASONED -> List.of(Problem.of(WHY, "approvals.why.missing"));
            case UNCHECKED -> List.of(Problem.of("checks", "approvals.look.missing"));
            case TOO_LONG -> List.of(Problem.of(WHY, "web.wrong.long", Approvals.LONGEST_REASON));
            case OVER -> List.of(Problem.late("approvals.wrong.over"));
            case NOT_YOURS -> List.of(Problem.late("approvals.told.not-yours"));
            case APPROVED, REFUSED, WITHDRAWN, STALE, UNPROVEN -> List.of();
        };
    }
}
