package org.lfnkr.zabuton.staff.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Role;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which roles an account is to have once an approver has signed: one wish for each. */
@Repository
class RoleWishes {

    private final DatabaseClient database;

    RoleWishes(DatabaseClient database) {
        this.database = database;
    }

    /** In the stead of an earlier wish. */
    Mono<Void> put(UUID account, Set<Role> roles, Instant at) {
        return database.sql(
                        """
                        insert into staff.role_wish (account_id, roles, at) values (:account, :roles, :at)
                        on conflict (account_id) do update set roles = excluded.roles, at = excluded.at
                        """)
                .bind("account", account)
                .bind("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .bind("at", at)
                .then();
    }

    Mono<Set<Role>> of(UUID account) {
        return database.sql("select roles from staff.role_wish where account_id = :account")
                .bind("account", account)
                .mapValue(String[].class)
                .one()
                .map(names -> Stream.of(names).map(Role::valueOf).collect(toUnmodifiableSet()));
    }

    Mono<Void> drop(UUID account) {
        return database.sql("delete from staff.role_wish where account_id = :account")
                .bind("account", account)
                .then();
    }
}
