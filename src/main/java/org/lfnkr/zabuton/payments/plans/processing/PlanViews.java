package org.lfnkr.zabuton.payments.plans.processing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Cycle;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.payments.plans.OverduePlan;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.PlanView;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Plans as pages show them. */
@Repository
class PlanViews {

    private static final String VIEW =
            """
            select p.*, t.purpose as terms_purpose, t.amount, t.rhythm,
                exists (select from payments.wish w
                        where w.plan = p.id and w.status = 'REQUESTED') as wishing,
                coalesce((select w.kind = 'STOP' from payments.wish w
                          where w.plan = p.id and w.status = 'REQUESTED' and w.kind in ('STOP', 'UNDO_STOP')
                          order by w.number desc limit 1), p.stops_at is not null) as stop_wished,
                o.invoice as overdue, o.amount as overdue_amount, o.attempts, o.needs_action, o.needs_card,
                o.next_attempt_at
            from payments.plan p
            join payments.plan_terms t on t.id = p.terms
            left join lateral (select * from payments.overdue o where o.plan = p.id
                               order by o.billed_at, o.invoice limit 1) o on true
            where p.id = :id
            """;

    /** As many as can be left out, and the two that are shown after them. */
    private static final int COMING = 13;

    private final DatabaseClient database;
    private final PlanSecrets secrets;
    private final Clock clock;

    PlanViews(DatabaseClient database, PlanSecrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    Flux<OverduePlan> overdue(PlanId id) {
        return database.sql(
                        "select o.invoice, o.billed_at from payments.overdue o"
                                + " join payments.plan p on p.id = o.plan"
                                + " where p.id = :id and p.status = 'PAST_DUE'")
                .bind("id", id.value())
                .map(
                        row ->
                                new OverduePlan(
                                        Row.text(row, "invoice"), Row.instant(row, "billed_at")))
                .all();
    }

    private record Seen(PlanView view, SubjectId payer) {}

    Mono<PlanView> view(PlanId id) {
        return database.sql(VIEW).bind("id", id.value()).map(this::seen).one().flatMap(this::fill);
    }

    private Mono<PlanView> fill(Seen seen) {
        return secrets.reveal(seen.payer(), seen.view().id())
                .map(secret -> secret.addTo(seen.view()))
                .defaultIfEmpty(seen.view());
    }

    private Seen seen(Readable row) {
        Instant until = row.get("paused_until", Instant.class);
        boolean over = until != null && !until.isAfter(clock.instant());
        boolean paused = Row.flag(row, "paused") && !over;
        return new Seen(
                view(row, paused, paused ? until : null), new SubjectId(Row.uuid(row, "payer")));
    }

    private PlanView view(Readable row, boolean paused, @Nullable Instant until) {
        PlanStatus status = PlanStatus.valueOf(Row.text(row, "status"));
        Rhythm rhythm = Rhythm.valueOf(Row.text(row, "rhythm"));
        Instant stopsAt = row.get("stops_at", Instant.class);
        return new PlanView(
                new PlanId(Row.uuid(row, "id")),
                Row.text(row, "purpose"),
                new PlanTerms(
                        Row.text(row, "terms_purpose"),
                        Money.yen(Row.whole(row, "amount")),
                        rhythm),
                status,
                status.isRunning() ? nextCharge(row, rhythm, paused, until, stopsAt) : null,
                status.isRunning() ? coming(row, rhythm) : List.of(),
                paused,
                until,
                stopsAt,
                Row.flag(row, "wishing"),
                null,
                drafted(row),
                Row.flag(row, "stop_wished"),
                Row.flag(row, "address_refused"),
                overdue(row));
    }

    private static @Nullable Money drafted(Readable row) {
        Long drafted = row.get("drafted", Long.class);
        return drafted == null ? null : Money.yen(drafted);
    }

    private @Nullable Instant nextCharge(
            Readable row,
            Rhythm rhythm,
            boolean paused,
            @Nullable Instant until,
            @Nullable Instant stopsAt) {
        if (paused && until == null) {
            return null;
        }
        Plan.Calendar calendar = calendar(row).at(clock.instant(), rhythm);
        Instant due = calendar.chargeAt();
        Instant next =
                until == null || until.isBefore(due) ? due : calendar.cycle(rhythm).next(until);
        return stopsAt == null || next.isBefore(stopsAt) ? Cycle.taken(next) : null;
    }

    private List<Instant> coming(Readable row, Rhythm rhythm) {
        Plan.Calendar calendar = calendar(row).at(clock.instant(), rhythm);
        return IntStream.rangeClosed(0, COMING)
                .mapToObj(number -> calendar.charge(number, rhythm))
                .map(Cycle::taken)
                .toList();
    }

    private static Plan.Calendar calendar(Readable row) {
        return new Plan.Calendar(
                Row.instant(row, "anchor"),
                Row.day(row, "counted_from"),
                Row.instant(row, "period_end"),
                Row.instant(row, "charge_at"));
    }

    private static @Nullable OverdueCharge overdue(Readable row) {
        String invoice = row.get("overdue", String.class);
        return invoice == null ? null : overdue(row, invoice);
    }

    /** Stripe's schedule goes on also where it charges nothing. */
    private static OverdueCharge overdue(Readable row, String invoice) {
        boolean needsAction = Row.flag(row, "needs_action");
        boolean needsCard = Row.flag(row, "needs_card");
        return new OverdueCharge(
                invoice,
                Money.yen(Row.whole(row, "overdue_amount")),
                null,
                needsAction || needsCard ? null : row.get("next_attempt_at", Instant.class),
                Row.number(row, "attempts"),
                needsAction,
                needsCard);
    }
}
