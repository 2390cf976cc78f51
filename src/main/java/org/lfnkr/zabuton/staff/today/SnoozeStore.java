package org.lfnkr.zabuton.staff.today;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class SnoozeStore {

    private final DatabaseClient database;

    SnoozeStore(DatabaseClient database) {
        this.database = database;
    }

    /** What is put off at that time. */
    Flux<Snooze> at(Instant now) {
        return database.sql("select * from staff.snooze where until > :now")
                .bind("now", now)
                .map(Snooze::of)
                .all();
    }

    /** In the place of what was said of it before. */
    Mono<Void> put(Snooze snooze, UUID account, Instant now) {
        return database.sql(
                        """
                        insert into staff.snooze (concern, count, reason, until, account_id, made_at)
                        values (:concern, :count, :reason, :until, :account, :now)
                        on conflict (concern) do update
                        set count = excluded.count, reason = excluded.reason, until = excluded.until,
                            account_id = excluded.account_id, made_at = excluded.made_at
                        """)
                .bind("concern", snooze.concern())
                .bind("count", snooze.count())
                .bind("reason", snooze.reason())
                .bind("until", snooze.until())
                .bind("account", account)
                .bind("now", now)
                .then();
    }

    /** Says whether it was put off. */
    Mono<Boolean> end(String concern, Instant now) {
        return database.sql("delete from staff.snooze where concern = :concern and until > :now")
                .bind("concern", concern)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
