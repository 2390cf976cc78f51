package org.lfnkr.zabuton.giving.pledges;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.UUID;

@Repository
public class PledgeStore {

    private static final String SELECT =
            """
            select id, coalesce((select plan.reference from giving.plan where plan.id = pledge.plan), reference)
                       as reference,
                   attempt, language, supporter, subject, frequency, fund, instead, gift, cover, terms,
                   outcome_price, with_words, status, payment, plan, superseded, asked, made_at
              from giving.pledge
            """;

    private static final String ADD =
            """
            insert into giving.pledge (id, reference, attempt, fingerprint, language, supporter, subject, frequency,
                fund, instead, gift, cover, terms, outcome_price, with_words, status, payment, plan, made_at)
            values (:id,
                case when exists (select from giving.pledge where plan = :plan) then null else :reference end,
                :attempt, :fingerprint, :language, :supporter, :subject, :frequency,
                :fund, :instead, :gift, :cover, :terms, :outcomePrice, :withWords, :status, :payment, :plan, :madeAt)
            """;

    private final DatabaseClient database;

    PledgeStore(DatabaseClient database) {
        this.database = database;
    }

    /** One form at a time may make a pledge of this attempt. */
    Mono<Void> lockAttempt(UUID attempt) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:attempt, 0))")
                .bind("attempt", "giving:" + attempt)
                .then();
    }

    Mono<Pledge> find(UUID attempt, String fingerprint) {
        return database.sql(SELECT + " where attempt = :attempt and fingerprint = :fingerprint")
                .bind("attempt", attempt)
                .bind("fingerprint", fingerprint)
                .map(PledgeStore::pledge)
                .one();
    }

    /** Pledges of this attempt with other content that still wait for money. */
    Flux<Pledge> earlier(UUID attempt, String fingerprint) {
        return database.sql(
                        SELECT
                                + """
                                 where attempt = :attempt and fingerprint <> :fingerprint
                                   and status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI', 'OF_PLAN')
                                """)
                .bind("attempt", attempt)
                .bind("fingerprint", fingerprint)
                .map(PledgeStore::pledge)
                .all();
    }

    /**
     * Whether another gift has arrived of which one took the other's place: nobody wanted both.
     * What is given after a gift that has arrived is wanted beside it.
     */
    Mono<Boolean> isPaidTwice(Pledge pledge) {
        return database.sql(
                        """
                        select exists (
                            select from giving.pledge other
                            left join giving.plan on plan.id = other.plan
                            where other.attempt = :attempt and other.id <> :id
                              and (other.status = 'GIVEN' or plan.started_at is not null
                                   or exists (select from giving.charge where pledge = other.id
                                                 and other.status = 'OF_PLAN'))
                              and (other.superseded or :superseded))
                        """)
                .bind("attempt", pledge.attempt())
                .bind("id", pledge.id().value())
                .bind("superseded", pledge.superseded())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Pledge> latest(UUID attempt) {
        return one(SELECT + " where attempt = :value order by made_at desc limit 1", attempt);
    }

    public Mono<Pledge> find(PledgeId id) {
        return one(SELECT + " where id = :value", id.value());
    }

    /** Those of these that there are, in any order. */
    public Flux<Pledge> find(Collection<PledgeId> ids) {
        return database.sql(SELECT + " where id = any(:ids)")
                .bind("ids", ids.stream().map(PledgeId::value).toArray(UUID[]::new))
                .map(PledgeStore::pledge)
                .all();
    }

    /** Also by a reference that other terms of a plan had, in links that were mailed long ago. */
    Mono<Pledge> find(String reference) {
        return one(SELECT + " where reference = :value", reference);
    }

    Mono<String> fingerprint(PledgeId id) {
        return database.sql("select fingerprint from giving.pledge where id = :id")
                .bind("id", id.value())
                .mapValue(String.class)
                .one();
    }

    /** A member's pledges, oldest first. */
    public Flux<Pledge> of(Member member) {
        return database.sql(SELECT + " where supporter = any(:owners) order by made_at")
                .bind("owners", member.ids())
                .map(PledgeStore::pledge)
                .all();
    }

    /**
     * The pledge, which nobody else changes until the transaction ends. What refers to it may be
     * written meanwhile: the books note where a payment went, and this side waits for that.
     */
    Mono<Pledge> lock(PledgeId id) {
        return one(SELECT + " where id = :value for no key update", id.value());
    }

    private Mono<Pledge> one(String sql, Object value) {
        return database.sql(sql).bind("value", value).map(PledgeStore::pledge).one();
    }

    /** Only the first of a plan holds the plan's reference, which opens its page. */
    public Mono<Void> add(Pledge pledge, String fingerprint) {
        PaymentId payment = pledge.payment();
        GiftPlanId plan = pledge.plan();
        return database.sql(ADD)
                .bind("id", pledge.id().value())
                .bind("reference", pledge.reference())
                .bind("attempt", pledge.attempt())
                .bind("fingerprint", fingerprint)
                .bind("language", pledge.language().tag())
                .bind("supporter", pledge.supporter().value())
                .bind("subject", pledge.subject().value())
                .bind("frequency", pledge.frequency().name())
                .bind("fund", pledge.fund().code())
                .bind("instead", code(pledge.instead()))
                .bind("gift", pledge.parts().gift().yen())
                .bind("cover", pledge.parts().cover().yen())
                .bind("terms", pledge.terms())
                .bind("outcomePrice", uuid(pledge.outcomePrice()))
                .bind("withWords", pledge.withWords())
                .bind("status", pledge.status().name())
                .bind("payment", uuid(payment == null ? null : payment.value()))
                .bind("plan", uuid(plan == null ? null : plan.value()))
                .bind("madeAt", pledge.madeAt())
                .then();
    }

    private static Parameter code(@Nullable Fund fund) {
        return fund == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(fund.code());
    }

    private static Parameter uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }

    Mono<Void> setStatus(PledgeId id, PledgeStatus status) {
        return database.sql("update giving.pledge set status = :status where id = :id")
                .bind("status", status.name())
                .bind("id", id.value())
                .then();
    }

    Mono<Void> setSuperseded(PledgeId id, boolean superseded) {
        return database.sql("update giving.pledge set superseded = :superseded where id = :id")
                .bind("superseded", superseded)
                .bind("id", id.value())
                .then();
    }

    Mono<Void> setAsked(PledgeId id) {
        return database.sql("update giving.pledge set asked = true where id = :id")
                .bind("id", id.value())
                .then();
    }

    private static Pledge pledge(Readable row) {
        UUID payment = row.get("payment", UUID.class);
        UUID plan = row.get("plan", UUID.class);
        String instead = row.get("instead", String.class);
        return new Pledge(
                new PledgeId(Row.uuid(row, "id")),
                Row.text(row, "reference"),
                Row.uuid(row, "attempt"),
                Language.of(Row.text(row, "language")).orElseThrow(),
                new SupporterId(Row.uuid(row, "supporter")),
                new SubjectId(Row.uuid(row, "subject")),
                Frequency.valueOf(Row.text(row, "frequency")),
                new Fund(Row.text(row, "fund")),
                instead == null ? null : new Fund(instead),
                new GiftParts(Row.money(row, "gift"), Row.money(row, "cover")),
                Row.text(row, "terms"),
                row.get("outcome_price", UUID.class),
                Row.flag(row, "with_words"),
                PledgeStatus.valueOf(Row.text(row, "status")),
                payment == null ? null : new PaymentId(payment),
                plan == null ? null : new GiftPlanId(plan),
                Row.flag(row, "superseded"),
                Row.flag(row, "asked"),
                Row.instant(row, "made_at"));
    }
}
