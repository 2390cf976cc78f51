package org.lfnkr.zabuton.staff.people;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.staff.StaffSession;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Who comes to the desk, and where somebody is invited to it. */
@Controller
@Needs(Right.MANAGE_STAFF)
@RequestMapping("/{lang:en|ja}/desk/staff")
class StaffController {

    static final String HERE = "/desk/staff";

    private static final String INVITED = "staff.people.told.invited";
    private static final String ASKED = "staff.people.told.asked";

    /** What is told here of an act, the closing of an account included. */
    private static final List<String> TELLING = List.of(INVITED, ASKED, PersonController.CLOSED);

    private final Accounts accounts;
    private final RoleApprovals roles;

    StaffController(Accounts accounts, RoleApprovals roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "staff.people.title", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        return page(exchange, InvitationForm.EMPTY);
    }

    private Mono<Rendering> page(ServerWebExchange exchange, InvitationForm form) {
        return accounts.open()
                .collectList()
                .map(
                        people ->
                                Page.of("staff/people")
                                        .with("people", people)
                                        .with("all", Role.values())
                                        .with("form", form)
                                        .with("told", Told.take(exchange, TELLING))
                                        .rendering());
    }

    @PostMapping
    Mono<Rendering> invite(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff) {
        return exchange.getFormData()
                .map(InvitationForm::sent)
                .flatMap(
                        form ->
                                form.failed()
                                        ? again(exchange, form)
                                        : invite(exchange, language, staff.account(), form));
    }

    private Mono<Rendering> invite(
            ServerWebExchange exchange, Language language, UUID admin, InvitationForm form) {
        return roles.welcome(form.mail(), form.roles(), language, admin, form.value("reason"))
                .map(made -> told(exchange, language, form.needsSignature() ? ASKED : INVITED))
                .switchIfEmpty(Mono.defer(() -> again(exchange, form.taken())));
    }

    private static Rendering told(ServerWebExchange exchange, Language language, String key) {
        return Told.on(exchange, "/" + language.tag() + HERE, key);
    }

    private Mono<Rendering> again(ServerWebExchange exchange, InvitationForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, form);
    }
}
