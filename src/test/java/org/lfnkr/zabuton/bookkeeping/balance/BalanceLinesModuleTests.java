package org.lfnkr.zabuton.bookkeeping.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Each kind of line is booked as the worked numbers say, in whatever order it is heard of. */
class BalanceLinesModuleTests extends BalanceTest {

    @Autowired Bookkeeping bookkeeping;
    @Autowired Integrity integrity;

    @Test
    void bookWhatStripeTakesAndPutsRightForTheAccount() {
        String fee = account().takeFee(21);
        String taken = account().adjust(-120);
        String given = account().adjust(50);
        read();

        assertThat(entry(fee)).containsExactly("PAYMENT_FEES OPERATIONS 21", "STRIPE_BALANCE -21");
        assertThat(entry(taken))
                .containsExactly("PAYMENT_LOSSES OPERATIONS 120", "STRIPE_BALANCE -120");
        assertThat(entry(given))
                .containsExactly("PAYMENT_LOSSES OPERATIONS -50", "STRIPE_BALANCE 50");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void bookWhatIsKeptBackAndToppedUpOnAccountsOfTheirOwn() {
        String kept = account().keepBack(500);
        String back = account().keepBack(-500);
        String up = account().topUp(3_000);
        read();

        assertThat(entry(kept)).containsExactly("STRIPE_BALANCE -500", "STRIPE_RESERVE 500");
        assertThat(entry(back)).containsExactly("STRIPE_BALANCE 500", "STRIPE_RESERVE -500");
        assertThat(entry(up)).containsExactly("CLEARING -3000", "STRIPE_BALANCE 3000");
    }

    @Test
    void putAnUnknownKindOnSuspenseAndTurnRed() throws Exception {
        String line = account().surprise(70);
        read();

        assertThat(entry(line)).containsExactly("STRIPE_BALANCE -70", "SUSPENSE 70");
        assertThat(kept(line, "explained_at")).isEmpty();
        assertThat(Await.value(integrity.violations())).isEmpty();

        waitAnHour();
        assertThat(Await.value(checks.violations()))
                .anyMatch(it -> it.contains(line) && it.endsWith("is of an unknown kind"));
    }

    private void waitAnHour() throws Exception {
        owner("update payments.balance_line set seen_at = seen_at - interval '2 hours'");
    }

    @Test
    void seeWhatAnotherToolChargesAndGivesBackAndCountNoneOfIt() {
        long sales = sum("select count(*) from bookkeeping.movement");
        String intent = account().chargeElsewhere(2_000);
        String refund = stripe.refund(intent, 500);
        read();

        String line = lineOf(intent);
        assertThat(entry(line)).containsExactly("OTHER_TOOLS -1928", "STRIPE_BALANCE 1928");
        assertThat(kept(line, "kind")).isEqualTo("FOREIGN");
        assertThat(kept(line, "explained_at")).isNotEmpty();
        assertThat(entry(linesOf(refund).getFirst()))
                .containsExactly("OTHER_TOOLS 500", "STRIPE_BALANCE -500");
        assertThat(sum("select count(*) from bookkeeping.movement")).isEqualTo(sales);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private String lineOf(String intent) {
        return stripe.events().stream()
                .map(event -> event.at("/data/object"))
                .filter(charge -> charge.path("payment_intent").asString("").equals(intent))
                .map(charge -> charge.path("balance_transaction").asString(""))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findAPaymentByItsLineBeforeAnyWebhookAndBookItOnce() {
        Order order = pay();
        read();

        assertThat(lots(order)).isEqualTo(order.total().yen());
        String line = charge(order);
        List<String> entry = entry(line);
        assertThat(kept(line, "explained_at")).isNotEmpty();

        StripeNews.hear(application);
        read();
        assertThat(lots(order)).isEqualTo(order.total().yen());
        assertThat(entry(line)).isEqualTo(entry);
    }

    @Test
    void explainALineThatAWebhookHasToldBefore() {
        Order order = pay();
        StripeNews.hear(application);
        read();
        read();

        assertThat(kept(charge(order), "kind")).isEqualTo("CHARGE");
        assertThat(kept(charge(order), "explained_at")).isNotEmpty();
        assertThat(lots(order)).isEqualTo(order.total().yen());
    }

    @Test
    void bookAfterACrashBetweenReadingAndBooking() {
        String fee = account().takeFee(33);
        StripeNews.readLines(application);
        assertThat(kept(fee, "kind")).isEqualTo("FEE");
        assertThat(entry(fee)).as("the node has died here").isEmpty();

        read();
        read();
        assertThat(entry(fee)).containsExactly("PAYMENT_FEES OPERATIONS 33", "STRIPE_BALANCE -33");
        assertThat(kept(fee, "explained_at")).isNotEmpty();
    }

    @Test
    void followALineFromPendingToAvailable() throws Exception {
        String fee = account().takeFee(12);
        read();
        assertThat(kept(fee, "available")).isEqualTo("false");

        owner("update payments.balance_line set available_on = now() - interval '5 days'");
        payOut();
        read();
        assertThat(kept(fee, "available")).isEqualTo("true");
    }

    private String charge(Order order) {
        return Await.value(
                database.sql(
                                "select balance_transaction from payments.movement where payment = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    private long lots(Order order) {
        return Await.value(bookkeeping.lots(order.payment())).stream().mapToLong(Lot::yen).sum();
    }
}
