package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Order and number of events leave no trace in what is recorded. */
class SameDatabaseModuleTests extends PaymentModuleTest {

    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}|\\b(?:cs_test|pi|ch|py|re|pyr|txn|dp|du|evt)_\\w+");

    @Autowired InboxStore inbox;

    @Test
    void eachEventTwiceAndTheLastBeforeTheFirstGiveTheSameDatabase() {
        isTheSame(this::payByCardAndGetIntoDispute, "SETTLED", "REFUND_FAILURE", "DISPUTE", "WON");
    }

    @Test
    void alsoForAKonbiniPaymentWhoseCodeIsNeverSeen() {
        isTheSame(this::payByKonbini, "SETTLED", "konbini", "NEEDS_ACCOUNT");
    }

    private void isTheSame(BiConsumer<String, Runnable> life, String... marks) {
        PaymentId once = opened();
        life.accept(session(once), this::hearStripe);

        stripe.faults().loseEvents(1000);
        PaymentId reversed = opened();
        life.accept(session(reversed), () -> {});
        notices(reversed).reversed().forEach(this::followTwice);

        assertThat(dump(reversed)).isEqualTo(dump(once)).contains(marks);
    }

    private void payByCardAndGetIntoDispute(String session, Runnable afterEach) {
        stripe.shopper(session).payByCard(CARD);
        afterEach.run();
        String failing = stripe.refund(intentOf(session), 200);
        afterEach.run();
        stripe.failRefund(failing);
        afterEach.run();
        stripe.refund(intentOf(session), 300);
        afterEach.run();
        String dispute = stripe.dispute(intentOf(session));
        afterEach.run();
        stripe.closeDispute(dispute, true);
        afterEach.run();
    }

    private void payByKonbini(String session, Runnable afterEach) {
        stripe.shopper(session).chooseKonbini();
        afterEach.run();
        stripe.payKonbiniAtCounter(session);
        afterEach.run();
        stripe.refund(intentOf(session), 300);
        afterEach.run();
    }

    private void followTwice(Notice notice) {
        Await.done(inbox.add(notice).then(relay.follow(notice)));
        Await.done(inbox.add(notice).then(relay.follow(notice)));
    }

    private List<Notice> notices(PaymentId id) {
        return events(session(id)).stream()
                .map(SameDatabaseModuleTests::notice)
                .filter(Notice::isKnown)
                .toList();
    }

    private static Notice notice(JsonNode event) {
        return new Notice(
                event.path("id").asString(),
                event.path("type").asString(),
                event.at("/data/object/id").asString(),
                Instant.ofEpochSecond(event.path("created").asLong()),
                event.path("livemode").asBoolean());
    }

    /** All rows of one payment without times, its ids replaced in the order of their appearance. */
    private String dump(PaymentId id) {
        String rows =
                String.join(
                        "\n",
                        Stream.of(
                                        "select to_jsonb(p) - '{requested_at,expires_at,tried_at,settled_at,check_at,purpose,payer,instructions}'::text[] from payments.payment p where id = '%s'",
                                        "select to_jsonb(m) - 'moved_at' from payments.movement m where payment = '%s' order by kind, amount, object",
                                        "select to_jsonb(r) - '{id,requested_at,due_at,needed_by}'::text[] || jsonb_build_object('needed', needed_by is not null) from payments.refund r where payment = '%s' order by amount",
                                        "select to_jsonb(d) - 'opened_at' from payments.dispute d where payment = '%s' order by amount")
                                .flatMap(sql -> rows(sql.formatted(id)).stream())
                                .toList());
        return anonymous(rows + inboxOf(id));
    }

    private List<String> rows(String sql) {
        return database.sql("select cast(line as text) from (" + sql + ") as rows(line)")
                .mapValue(String.class)
                .all()
                .toStream()
                .toList();
    }

    private String inboxOf(PaymentId id) {
        List<String> ids = notices(id).stream().map(Notice::eventId).toList();
        return database.sql(
                        "select type || ' ' || outcome from payments.inbox"
                                + " where event_id = any(:ids) order by 1")
                .bind("ids", ids.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .toStream()
                .toList()
                .toString();
    }

    private static String anonymous(String rows) {
        Map<String, String> names = new HashMap<>();
        Matcher ids = ID.matcher(rows);
        return ids.replaceAll(
                found -> names.computeIfAbsent(found.group(), id -> "id" + names.size()));
    }
}
