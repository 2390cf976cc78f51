package org.lfnkr.zabuton.staff.spare;

import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Links of the spare way in, and how often a code was tried at each. */
@Repository
public class SpareLinkStore {

    private static final int MOST_TRIES = 5;

    private final DatabaseClient database;

    SpareLinkStore(DatabaseClient database) {
        this.database = database;
    }

    /** The same for whatever address. What is over is forgotten meanwhile. */
    public Mono<Void> ask(UUID id, List<byte[]> mailIndexes, Instant at, Instant end) {
        return sweep(at)
                .then(
                        database.sql(
                                        """
                                        insert into staff.spare_link (id, mail_indexes, asked_at, ends_at)
                                        values (:id, :indexes, :at, :end)
                                        """)
                                .bind("id", id)
                                .bind(
                                        "indexes",
                                        mailIndexes.stream()
                                                .map(HexFormat.of()::formatHex)
                                                .toArray(String[]::new))
                                .bind("at", at)
                                .bind("end", end)
                                .then());
    }

    private Mono<Void> sweep(Instant now) {
        return database.sql("delete from staff.spare_link where ends_at <= :now")
                .bind("now", now)
                .then();
    }

    /** Whose open account with an authenticator app the address is that was typed, if any's. */
    public Mono<UUID> account(UUID link, Instant now) {
        return database.sql(
                        """
                        select account.id from staff.spare_link
                        join staff.account on mail_index = any (
                            select decode(candidate, 'hex') from unnest(mail_indexes) as candidate)
                        join staff.spare_key on spare_key.account_id = account.id
                        where spare_link.id = :link and ends_at > :now and closed_at is null
                          and confirmed_at is not null
                        """)
                .bind("link", link)
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    /** What the link holds from now on. */
    public Mono<Void> set(UUID link, UUID account, Secret token) {
        return database.sql(
                        """
                        update staff.spare_link set token_hash = :token, account_id = :account
                        where id = :link
                        """)
                .bind("token", token.hash())
                .bind("account", account)
                .bind("link", link)
                .then();
    }

    /** Whether a code can still be tried. */
    public Mono<Boolean> isOpen(Secret token, Instant now) {
        return database.sql(
                        """
                        select 1 from staff.spare_link join staff.account on account.id = account_id
                        where token_hash = :token and ends_at > :now and tries < :most
                          and closed_at is null
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .bind("most", MOST_TRIES)
                .mapValue(Integer.class)
                .one()
                .hasElement();
    }

    /** Counts a try; empty where there is none left, or no such link. */
    public Mono<UUID> attempt(Secret token, Instant now) {
        return database.sql(
                        """
                        update staff.spare_link set tries = tries + 1 from staff.account
                        where token_hash = :token and ends_at > :now and tries < :most
                          and account.id = account_id and closed_at is null
                        returning account_id
                        """)
                .bind("token", token.hash())
                .bind("now", now)
                .bind("most", MOST_TRIES)
                .mapValue(UUID.class)
                .one();
    }

    /** Uses up what was mailed to an account. */
    public Mono<Void> drop(UUID account) {
        return database.sql("delete from staff.spare_link where account_id = :account")
                .bind("account", account)
                .then();
    }
}
