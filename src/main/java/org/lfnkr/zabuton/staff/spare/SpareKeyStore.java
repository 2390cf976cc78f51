package org.lfnkr.zabuton.staff.spare;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Which accounts have an authenticator app, and the last step whose code they used. */
@Repository
public class SpareKeyStore {

    private final DatabaseClient database;

    SpareKeyStore(DatabaseClient database) {
        this.database = database;
    }

    /** In the stead of an earlier one; it is worth nothing before it is confirmed. */
    public Mono<Void> put(UUID account, Instant at) {
        return drop(account)
                .then(
                        database.sql(
                                        """
                                        insert into staff.spare_key (account_id, made_at)
                                        values (:account, :at)
                                        """)
                                .bind("account", account)
                                .bind("at", at)
                                .then());
    }

    /** Whether there was one. */
    public Mono<Boolean> drop(UUID account) {
        return database.sql("delete from staff.spare_key where account_id = :account")
                .bind("account", account)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Since when there is one that is confirmed; empty where there is none. */
    public Mono<Instant> confirmed(UUID account) {
        return database.sql(
                        """
                        select confirmed_at from staff.spare_key
                        where account_id = :account and confirmed_at is not null
                        """)
                .bind("account", account)
                .mapValue(Instant.class)
                .one();
    }

    /**
     * Says of one that was made lately that its app shows the right codes; false where there is
     * none.
     *
     * @param since the earliest that counts
     * @param step whose code proved it, and which is used by that
     */
    public Mono<Boolean> confirm(UUID account, Instant since, long step, Instant at) {
        return database.sql(
                        """
                        update staff.spare_key set confirmed_at = :at, used_step = :step
                        where account_id = :account and made_at >= :since and confirmed_at is null
                        """)
                .bind("account", account)
                .bind("since", since)
                .bind("step", step)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Uses a step's code up; false where it, or a later one, was used before. */
    public Mono<Boolean> use(UUID account, long step) {
        return database.sql(
                        """
                        update staff.spare_key set used_step = :step
                        where account_id = :account and used_step < :step
                          and confirmed_at is not null
                        """)
                .bind("account", account)
                .bind("step", step)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
