package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanRequest;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the events of a plan come once, twice, backwards or never leaves no trace. */
class SamePlanDatabaseModuleTests extends PlanModuleTest {

    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}"
                            + "|\\b(?:cs_test|sub|si|in|cus|price|pm|pi|ch|py|re|pyr|txn|dp|du|evt)_\\w+");

    @Autowired InboxStore inbox;

    @Test
    void lostAndThenReadFromTheListOrSweptTheyGiveTheSameDatabase() {
        PlanId heard = opened();
        live(heard, this::hear);

        PlanId swept = again();
        stripe.faults().loseEvents(10_000);
        live(swept, () -> {});
        advance(Duration.ofDays(1));
        Await.done(queue.drain(planSweep));
        stripe.faults().clear();

        assertThat(dump(swept)).isEqualTo(dump(heard)).contains("ENDED", "STOPPED", "SETTLED");
    }

    @Test
    void eachTwiceAndTheLastBeforeTheFirstTheyGiveTheSameDatabase() {
        PlanId heard = opened();
        live(heard, this::hear);

        PlanId reversed = again();
        int before = stripe.events().size();
        stripe.faults().loseEvents(10_000);
        live(reversed, () -> {});
        notices(before).reversed().forEach(this::followTwice);
        stripe.faults().clear();

        assertThat(dump(reversed)).isEqualTo(dump(heard));
    }

    private PlanId again() {
        PlanRequest request = asked();
        PlanRequest other =
                new PlanRequest(
                        "plan:" + UUID.randomUUID(),
                        newTerms(3000, Rhythm.MONTHLY),
                        request.label(),
                        request.beside(),
                        request.payer(),
                        request.email(),
                        request.language(),
                        request.successUrl(),
                        request.cancelUrl());
        PlanId id = Await.value(plans.request(other));
        Await.done(plans.open(id));
        return id;
    }

    /** Starts, is declined and recovers, is raised, skips, and is stopped and refunded. */
    private void live(PlanId id, Runnable afterEach) {
        pay(id);
        afterEach.run();
        Await.done(inquiry.ask(id));
        leaveCard(id, FAILS_LATER);
        pass(Duration.ofDays(32), afterEach);
        leaveCard(id, CARD);
        pass(Duration.ofDays(3), afterEach);
        wished(plans.changeTerms(id, newTerms(5000, Rhythm.MONTHLY)), afterEach);
        pass(Duration.ofDays(30), afterEach);
        wished(plans.pause(id, 1), afterEach);
        pass(Duration.ofDays(33), afterEach);
        wished(plans.stop(id), afterEach);
        pass(Duration.ofDays(32), afterEach);
    }

    private void pass(Duration time, Runnable afterEach) {
        for (int day = 0; day < time.toDays(); day++) {
            stripe.clock().advance(Duration.ofDays(1));
            afterEach.run();
        }
    }

    private void wished(reactor.core.publisher.Mono<WishResult> wish, Runnable afterEach) {
        assertThat(Await.value(wish)).isEqualTo(new WishResult.Noted());
        Await.done(queue.drain(sender));
        afterEach.run();
    }

    private List<Notice> notices(int before) {
        return stripe.events().stream()
                .skip(before)
                .map(PlanLifeModuleTests::notice)
                .filter(Notice::isKnown)
                .toList();
    }

    private void followTwice(Notice notice) {
        Await.done(inbox.add(notice).then(relay.follow(notice)));
        Await.done(inbox.add(notice).then(relay.follow(notice)));
    }

    /**
     * All rows of one plan without times, its ids replaced in the order of their appearance. Who
     * hears of a new card only after Stripe has tried it does not ask for a try.
     */
    private String dump(PlanId id) {
        String payment = "(select id from payments.payment where plan = '%1$s')";
        List<String> rows =
                Stream.of(
                                "select to_jsonb(p) - '{id,purpose,payer,requested_at,expires_at,tried_at,check_at,anchor,counted_from,period_end,charge_at,paused_until,stops_at,started_at,ended_at,asked,recorded}'::text[] from payments.plan p where id = '%1$s'",
                                "select jsonb_build_object('amount', amount, 'rhythm', rhythm, 'price', price) from payments.plan_terms where plan = '%1$s' order by number",
                                "select to_jsonb(p) - '{id,purpose,payer,requested_at,expires_at,settled_at}'::text[] from payments.payment p where plan = '%1$s' order by requested_at",
                                "select to_jsonb(m) - '{payment,moved_at}'::text[] from payments.movement m where payment in "
                                        + payment
                                        + " order by moved_at",
                                "select to_jsonb(o) from payments.overdue o where plan = '%1$s'",
                                "select jsonb_build_object('kind', kind, 'status', status) from payments.wish where plan = '%1$s' and kind <> 'RETRY' order by number")
                        .flatMap(sql -> rows(sql.formatted(id)).stream())
                        .toList();
        return anonymous(String.join("\n", rows));
    }

    private List<String> rows(String sql) {
        return strings("select cast(line as text) from (" + sql + ") as rows(line)");
    }

    private static String anonymous(String rows) {
        Map<String, String> names = new HashMap<>();
        Matcher ids = ID.matcher(rows);
        return ids.replaceAll(
                found -> names.computeIfAbsent(found.group(), id -> "id" + names.size()));
    }
}
