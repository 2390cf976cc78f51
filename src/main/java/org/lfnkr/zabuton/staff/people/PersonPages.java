package org.lfnkr.zabuton.staff.people;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.staff.StaffSession;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows one account, and tells there what was done to it. */
@Component
class PersonPages {

    private static final String TOLD = "staff.person.told.";
    private static final List<String> TELLING =
            Stream.of("asked", "before", "link", "ended", "own").map(TOLD::concat).toList();

    private final Accounts accounts;

    PersonPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An open account, or the page that says that there is none. */
    Mono<Accounts.Person> found(String account) {
        return accounts.find(Slice.id(account))
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * @param chosen the roles that are ticked
     */
    Rendering page(
            ServerWebExchange exchange,
            StaffSession staff,
            Accounts.Person person,
            Set<Role> chosen,
            Form form) {
        return Page.of("staff/person")
                .with("person", person)
                .with("own", person.account().id().equals(staff.account()))
                .with("all", Role.values())
                .with("chosen", chosen)
                .with("form", form)
                .with("told", Told.take(exchange, TELLING))
                .rendering();
    }

    Rendering told(ServerWebExchange exchange, Language language, UUID account, String word) {
        return Told.on(
                exchange, "/" + language.tag() + StaffController.HERE + "/" + account, TOLD + word);
    }
}
