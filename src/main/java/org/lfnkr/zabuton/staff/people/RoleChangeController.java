package org.lfnkr.zabuton.staff.people;

import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.staff.StaffSession;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where an administrator proposes what somebody may do; an approver signs it. */
@Controller
@Needs(Right.MANAGE_STAFF)
class RoleChangeController {

    private static final String SAME = "same";
    private static final List<Problem> NOTHING_NEW =
            List.of(Problem.of("role", "staff.person.roles.same"));

    private final RoleApprovals roles;
    private final PersonPages pages;

    RoleChangeController(RoleApprovals roles, PersonPages pages) {
        this.roles = roles;
        this.pages = pages;
    }

    @PostMapping("/{lang:en|ja}/desk/staff/{account}/roles")
    Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable String account) {
        return pages.found(account)
                .zipWith(exchange.getFormData())
                .flatMap(both -> propose(exchange, language, staff, both.getT1(), both.getT2()));
    }

    private Mono<Rendering> propose(
            ServerWebExchange exchange,
            Language language,
            StaffSession staff,
            Accounts.Person person,
            MultiValueMap<String, String> typed) {
        Set<Role> wished = RolesForm.roles(typed);
        String reason = Typed.line(Objects.requireNonNullElse(typed.getFirst("reason"), ""));
        Form form =
                new Form(
                        Map.of("reason", reason),
                        RolesForm.errors(wished, Set.of(Role.values()), reason));
        return form.failed()
                ? Mono.fromSupplier(() -> again(exchange, staff, person, wished, form))
                : propose(staff, person, wished, reason)
                        .map(
                                word ->
                                        word.equals(SAME)
                                                ? again(
                                                        exchange,
                                                        staff,
                                                        person,
                                                        wished,
                                                        new Form(form.values(), NOTHING_NEW))
                                                : pages.told(
                                                        exchange,
                                                        language,
                                                        person.account().id(),
                                                        word));
    }

    private Rendering again(
            ServerWebExchange exchange,
            StaffSession staff,
            Accounts.Person person,
            Set<Role> wished,
            Form form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return pages.page(exchange, staff, person, wished, form);
    }

    /** Nobody gives themselves another key. */
    private Mono<String> propose(
            StaffSession staff, Accounts.Person person, Set<Role> wished, String reason) {
        return person.account().id().equals(staff.account())
                ? Mono.just("own")
                : roles.propose(person.account().id(), wished, staff.account(), reason)
                        .map(RoleChangeController::word);
    }

    private static String word(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Made made -> "asked";
            case Proposal.Before before -> "before";
            case Proposal.Nothing nothing -> SAME;
            case Proposal.Unreasoned unreasoned ->
                    throw new IllegalStateException("The form has asked for a reason");
        };
    }
}
