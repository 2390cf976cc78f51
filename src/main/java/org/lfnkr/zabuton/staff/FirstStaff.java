package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The people without whom nobody could come in: an administrator and an approver. They are made on
 * the server, and so is who takes the place of the only one that was lost.
 */
@Component
public class FirstStaff {

    private static final String ACTOR = "server";

    private final Accounts accounts;
    private final AccountStore store;
    private final Site site;
    private final TransactionalOperator transaction;

    FirstStaff(
            Accounts accounts, AccountStore store, Site site, TransactionalOperator transaction) {
        this.accounts = accounts;
        this.store = store;
        this.site = site;
        this.transaction = transaction;
    }

    /** What became of it. */
    public sealed interface Result {

        /**
         * @param link to be opened once, within three days, by nobody else
         */
        record Made(URI link) implements Result {}

        /** Somebody has this role already. */
        record Held() implements Result {}

        /** Nobody has it who could be replaced. */
        record Nobody() implements Result {}

        /** Several people have it: one of them is still there, or an administrator is. */
        record Several() implements Result {}

        /** The address belongs to another account. */
        record AddressTaken() implements Result {}
    }

    /** The first account with a role. */
    public Mono<Result> make(Role role, EmailAddress mail) {
        return decide(
                role, holders -> holders.isEmpty() ? made(role, mail) : just(new Result.Held()));
    }

    /** Closes the only account with a role and makes another in its stead. */
    public Mono<Result> replace(Role role, EmailAddress mail) {
        return decide(
                role,
                holders ->
                        switch (holders.size()) {
                            case 0 -> just(new Result.Nobody());
                            case 1 -> replaced(holders.getFirst(), role, mail);
                            default -> just(new Result.Several());
                        });
    }

    private Mono<Result> decide(Role role, Function<List<UUID>, Mono<Result>> decision) {
        return store.lock()
                .then(store.holders(role).collectList())
                .flatMap(decision)
                .as(transaction::transactional);
    }

    private Mono<Result> replaced(UUID lost, Role role, EmailAddress mail) {
        return accounts.find(mail)
                .filter(known -> !known.equals(lost))
                .<Result>map(known -> new Result.AddressTaken())
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        accounts.close(lost, ACTOR, "replaced as " + role)
                                                .then(made(role, mail))));
    }

    private Mono<Result> made(Role role, EmailAddress mail) {
        return accounts.make(mail, Set.of(role), ACTOR)
                .flatMap(account -> accounts.invite(account, ACTOR))
                .<Result>map(token -> new Result.Made(link(token.text())))
                .defaultIfEmpty(new Result.AddressTaken());
    }

    private URI link(String token) {
        return site.address("/ja/desk/invitations/" + token);
    }

    private static Mono<Result> just(Result result) {
        return Mono.just(result);
    }
}
