package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where administrators look after the accounts; their own they can't change. */
@Controller
@Needs(Right.MANAGE_STAFF)
@RequestMapping("/{lang:en|ja}/desk/staff")
class StaffController {

    private static final String HERE = "/desk/staff";

    private final Accounts accounts;

    StaffController(Accounts accounts) {
        this.accounts = accounts;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "staff.people.title", place = 10)
    @GetMapping
    Mono<Rendering> show(@AuthenticationPrincipal StaffSession staff) {
        return page(staff, "", Set.of(), null);
    }

    private Mono<Rendering> page(
            StaffSession staff, String mail, Set<Role> chosen, @Nullable String problem) {
        return accounts.open()
                .collectList()
                .map(
                        people ->
                                Page.of("staff/people")
                                        .with("people", people)
                                        .with("you", staff.account())
                                        .with("all", Role.values())
                                        .with("mail", mail)
                                        .with("chosen", chosen)
                                        .with("problem", problem)
                                        .rendering());
    }

    @PostMapping
    Mono<Rendering> invite(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff) {
        return exchange.getFormData().flatMap(typed -> invite(exchange, language, staff, typed));
    }

    private Mono<Rendering> invite(
            ServerWebExchange exchange,
            Language language,
            StaffSession staff,
            MultiValueMap<String, String> typed) {
        String text = Optional.ofNullable(typed.getFirst("mail")).orElse("");
        Set<Role> roles = roles(typed);
        Optional<EmailAddress> mail = EmailAddress.parse(Typed.code(text));
        if (mail.isEmpty()) {
            return refused(exchange, staff, text, roles, "malformed");
        }
        if (!Accounts.goTogether(roles)) {
            return refused(exchange, staff, text, roles, "apart");
        }
        return accounts.welcome(mail.get(), roles, language, staff.getName())
                .map(made -> Redirects.to(language, HERE))
                .switchIfEmpty(Mono.defer(() -> refused(exchange, staff, text, roles, "taken")));
    }

    private Mono<Rendering> refused(
            ServerWebExchange exchange,
            StaffSession staff,
            String mail,
            Set<Role> roles,
            String problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(staff, mail, roles, "staff.people." + problem);
    }

    @PostMapping("/{account}/roles")
    Mono<Rendering> giveRoles(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable UUID account) {
        return exchange.getFormData()
                .map(StaffController::roles)
                .flatMap(
                        roles ->
                                Accounts.goTogether(roles)
                                        ? others(staff, account)
                                                .flatMap(
                                                        it ->
                                                                accounts.giveRoles(
                                                                        it, roles, staff.getName()))
                                                .thenReturn(Redirects.to(language, HERE))
                                        : refused(exchange, staff, "", Set.of(), "apart"));
    }

    @PostMapping("/{account}/links")
    Mono<Rendering> sendLink(
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable UUID account) {
        return accounts.sendLink(account, language, staff.getName())
                .thenReturn(Redirects.to(language, HERE));
    }

    @PostMapping("/{account}/endings")
    Mono<Rendering> endSessions(
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable UUID account) {
        return accounts.endSessions(account, staff.getName())
                .thenReturn(Redirects.to(language, HERE));
    }

    @PostMapping("/{account}/closings")
    Mono<Rendering> close(
            Language language,
            @AuthenticationPrincipal StaffSession staff,
            @PathVariable UUID account) {
        return others(staff, account)
                .flatMap(it -> accounts.close(it, staff.getName(), "by an administrator"))
                .thenReturn(Redirects.to(language, HERE));
    }

    /** Nobody takes their own key away, or gives themselves another. */
    private static Mono<UUID> others(StaffSession staff, UUID account) {
        return Mono.just(account).filter(it -> !it.equals(staff.account()));
    }

    private static Set<Role> roles(MultiValueMap<String, String> typed) {
        List<String> names = typed.getOrDefault("role", List.of());
        return Stream.of(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(toUnmodifiableSet());
    }
}
