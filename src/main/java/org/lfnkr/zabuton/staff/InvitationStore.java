package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Invitations to an account: links by which a passkey is added, each once. */
@Repository
class InvitationStore {

    private final DatabaseClient database;

    InvitationStore(DatabaseClient database) {
        this.database = database;
    }

    /** A new invitation; an earlier one is worth nothing any more. */
    Mono<Void> add(UUID account, Secret token, Instant at, Instant end) {
        return withdraw(account)
                .then(
                        database.sql(
                                        """
                                        insert into staff.invitation
                                            (token_hash, account_id, made_at, ends_at)
                                        values (:token, :account, :at, :end)
                                        """)
                                .bind("token", token.hash())
                                .bind("account", account)
                                .bind("at", at)
                                .bind("end", end)
                                .then());
    }

    Mono<Void> withdraw(UUID account) {
        return database.sql("delete from staff.invitation where account_id = :account")
                .bind("account", account)
                .then();
    }

    /** Whom a link invites; empty where it was used or is too old. */
    Mono<UUID> invited(Secret token, Instant now) {
        return database.sql(
                        """
                        select account_id from staff.invitation join staff.account on id = account_id
                        where token_hash = :token and ends_at > :now and closed_at is null
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    /** Uses a link up; empty where somebody was faster. */
    Mono<UUID> take(Secret token, Instant now) {
        return database.sql(
                        """
                        delete from staff.invitation where token_hash = :token and ends_at > :now
                        returning account_id
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }
}
