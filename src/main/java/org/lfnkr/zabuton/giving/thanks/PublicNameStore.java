package org.lfnkr.zabuton.giving.thanks;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.thanks.PublicName.State;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Public names without their words, and what each is thanked for. */
@Repository
class PublicNameStore {

    /** A payment that stayed, at least in part, or a plan that goes on. */
    private static final String GIVEN =
            """
            exists (select from giving.thanked t join giving.pledge p on p.id = t.pledge
                    where t.name = n.id
                      and (exists (select from giving.charge c join giving.pledge paid on paid.id = c.pledge
                                   where (paid.id = p.id or paid.plan = p.plan)
                                     and not c.lost and c.refunded + c.held < c.gift + c.cover)
                        or exists (select from giving.plan g
                                   where g.id = p.plan and g.started_at is not null and g.ended_at is null)))
            """;

    private static final String SELECT =
            "select id, supporter, subject, state, "
                    + GIVEN
                    + " as given from giving.public_name n where ";

    private final DatabaseClient database;
    private final Clock clock;

    PublicNameStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A name of which only the vault knows how it reads. */
    record Unread(UUID id, Supporter giver, State state, boolean given) {

        String place() {
            return PublicNameStore.place(id);
        }

        PublicName reading(String text) {
            return new PublicName(id, state, given, text);
        }
    }

    static String place(UUID name) {
        return "giving.public-name/" + name;
    }

    /**
     * Until the transaction ends nobody else chooses a name for this member, whose first pledge
     * stands for them all.
     */
    Mono<Void> lock(Member member) {
        return database.sql(
                        """
                        select id from giving.pledge where supporter = any(:owners)
                        order by made_at, id limit 1 for no key update
                        """)
                .bind("owners", member.ids())
                .then();
    }

    Mono<Void> add(UUID name, Supporter giver) {
        return database.sql(
                        """
                        insert into giving.public_name (id, supporter, subject, chosen_at)
                        values (:id, :supporter, :subject, :now)
                        """)
                .bind("id", name)
                .bind("supporter", giver.id().value())
                .bind("subject", giver.subject().value())
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> thankFor(UUID name, PledgeId pledge) {
        return database.sql(
                        """
                        insert into giving.thanked (name, pledge) values (:name, :pledge)
                        on conflict do nothing
                        """)
                .bind("name", name)
                .bind("pledge", pledge.value())
                .then();
    }

    /** For all that a member has given, or has begun to give, so far. */
    Mono<Void> thankForAll(UUID name, Member member) {
        return database.sql(
                        """
                        insert into giving.thanked (name, pledge)
                        select :name, id from giving.pledge where supporter = any(:owners)
                        """)
                .bind("name", name)
                .bind("owners", member.ids())
                .then();
    }

    /** For what another name was thanked for. */
    Mono<Void> thankInstead(UUID name, UUID other) {
        return database.sql(
                        """
                        insert into giving.thanked (name, pledge)
                        select :name, pledge from giving.thanked where name = :other
                        """)
                .bind("name", name)
                .bind("other", other)
                .then();
    }

    Mono<Void> remove(UUID name) {
        return database.sql("delete from giving.public_name where id = :id")
                .bind("id", name)
                .then();
    }

    Mono<Void> removeAll(Member member) {
        return database.sql("delete from giving.public_name where supporter = any(:owners)")
                .bind("owners", member.ids())
                .then();
    }

    /** Says whether there still is such a name. */
    Mono<Boolean> decide(UUID name, State state) {
        return database.sql(
                        "update giving.public_name set state = :state, decided_at = :now"
                                + " where id = :id")
                .bind("state", state.name())
                .bind("now", clock.instant())
                .bind("id", name)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** A member's own name, which nobody else changes until the transaction ends. */
    Mono<Unread> lock(Member member, UUID name) {
        return database.sql(SELECT + "id = :id and supporter = any(:owners) for update of n")
                .bind("id", name)
                .bind("owners", member.ids())
                .map(PublicNameStore::unread)
                .one();
    }

    Flux<Unread> of(Member member) {
        return database.sql(SELECT + "supporter = any(:owners) order by chosen_at, id")
                .bind("owners", member.ids())
                .map(PublicNameStore::unread)
                .all();
    }

    Flux<Unread> of(PledgeId pledge) {
        return database.sql(
                        SELECT + "id in (select name from giving.thanked where pledge = :pledge)")
                .bind("pledge", pledge.value())
                .map(PublicNameStore::unread)
                .all();
    }

    /**
     * Those behind which a gift stands, the longest waiting first, as many as a page shows.
     *
     * @param after the last name of the page before; one in another state begins
     */
    Mono<Slice<Unread>> given(State state, UUID after) {
        return database.sql(
                        SELECT
                                + GIVEN
                                + """
                                   and state = :state
                                   and not exists (
                                       select from giving.public_name last
                                        where last.id = :after and last.state = :state
                                          and (n.chosen_at, n.id) <= (last.chosen_at, last.id))
                                   order by chosen_at, id limit :most
                                  """)
                .bind("state", state.name())
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(PublicNameStore::unread)
                .all()
                .collectList()
                .map(Slice::of);
    }

    /** How many wait to be read; more than some thousand nobody counts. */
    Mono<Tally> waiting() {
        return database.sql(
                        "select count(*) as count, min(chosen_at) as oldest from ("
                                + "select n.chosen_at from giving.public_name n where "
                                + GIVEN
                                + """
                                   and state = 'WAITING'
                                   order by chosen_at, id limit 5000) as waiting
                                  """)
                .map(Tally::of)
                .one();
    }

    /** Those that may be read by everybody. */
    Flux<Unread> published() {
        return database.sql(SELECT + "state = 'APPROVED' and " + GIVEN)
                .map(PublicNameStore::unread)
                .all();
    }

    private static Unread unread(Readable row) {
        return new Unread(
                Row.uuid(row, "id"),
                new Supporter(
                        new SupporterId(Row.uuid(row, "supporter")),
                        new SubjectId(Row.uuid(row, "subject"))),
                State.valueOf(Row.text(row, "state")),
                Row.flag(row, "given"));
    }
}
