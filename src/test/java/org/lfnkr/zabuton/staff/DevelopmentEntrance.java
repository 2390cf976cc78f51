package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Lets anybody in at the desk: for development and tests, from whose class path it is, and so in no
 * jar. The session is as real as any.
 */
@Controller
@Anybody
class DevelopmentEntrance {

    private final Accounts accounts;
    private final StaffSessions sessions;

    DevelopmentEntrance(Accounts accounts, StaffSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/{lang:en|ja}/desk/development")
    Mono<Rendering> enter(
            ServerWebExchange exchange,
            Language language,
            @RequestParam(defaultValue = "VIEWER,SHOP,FULFILMENT,FINANCE,EDITOR") Set<Role> as) {
        return account(EnumSet.copyOf(as))
                .flatMap(account -> sessions.begin(exchange, account))
                .thenReturn(Redirects.to(language, "/desk"));
    }

    /** With a passkey of one's own device, without which nobody can sign what others ask for. */
    @GetMapping("/{lang:en|ja}/desk/development/passkey")
    Mono<Rendering> invite(
            Language language, @RequestParam(defaultValue = "APPROVER") Set<Role> as) {
        return account(EnumSet.copyOf(as))
                .flatMap(account -> accounts.invite(account, "development"))
                .map(link -> Redirects.to(language, "/desk/invitations/" + link.text()));
    }

    private Mono<UUID> account(Set<Role> roles) {
        EmailAddress mail = mail(roles);
        return accounts.find(mail)
                .switchIfEmpty(accounts.make(mail, roles, "development"))
                .switchIfEmpty(accounts.find(mail));
    }

    private static EmailAddress mail(Set<Role> roles) {
        String name = String.join(".", roles.stream().map(Role::name).toList());
        return new EmailAddress(name + "@example.org");
    }
}
