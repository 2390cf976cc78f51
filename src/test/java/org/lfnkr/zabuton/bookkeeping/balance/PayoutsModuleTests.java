package org.lfnkr.zabuton.bookkeeping.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.Payout;
import org.lfnkr.zabuton.payments.balance.Payouts;
import org.lfnkr.zabuton.payments.balance.Stated;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Payouts carry their lines to the bank; what comes back is at Stripe again. */
class PayoutsModuleTests extends BalanceTest {

    @Autowired Payouts payouts;
    @Autowired BalanceLines lines;
    @Autowired Ledger ledger;

    @Test
    void moveMoneyFromStripeToItsWayAndBackWhenTheyFail() {
        account().takeFee(21);
        account().topUp(6_274);
        read();
        long before = journal("CLEARING");
        String payout = payOut();
        read();

        Payout sent = payout(payout);
        assertThat(entry(linesOf(payout).getFirst()))
                .containsExactly(
                        "CLEARING " + sent.yen().yen(), "STRIPE_BALANCE " + -sent.yen().yen());
        assertThat(sent.carried()).isEqualTo(sent.yen());
        assertThat(journal("CLEARING") - before).isEqualTo(sent.yen().yen());

        account().arrive(payout);
        account().fail(payout);
        read();
        assertThat(payout(payout).isBack()).isTrue();
        assertThat(linesOf(payout)).hasSize(2);
        assertThat(entry(linesOf(payout).getLast()))
                .containsExactly(
                        "CLEARING " + -sent.yen().yen(), "STRIPE_BALANCE " + sent.yen().yen());
        assertThat(journal("CLEARING")).isEqualTo(before);
        assertThat(Await.value(payouts.failed()).count()).isPositive();

        String next = payOut();
        read();
        assertThat(kept(linesOf(payout).getLast(), "payout")).isEqualTo(next);
        assertThat(payout(next).carried()).isEqualTo(payout(next).yen());
        assertThat(Await.value(payouts.failed()).count()).isZero();
        assertThat(about(payout, next)).isEmpty();
    }

    @Test
    void tellNoLinesOfOneThatSomebodyAskedFor() {
        account().topUp(500);
        String payout = account().payOutByHand(400);
        read();

        assertThat(payout(payout).automatic()).isFalse();
        assertThat(payout(payout).carried()).isNull();
        assertThat(entry(linesOf(payout).getFirst()))
                .containsExactly("CLEARING 400", "STRIPE_BALANCE -400");
    }

    /** Every kind of line, in a row: what Stripe states is what the journal has, to the yen. */
    @Test
    void leaveNothingUnexplainedAfterEveryKindOfLine() {
        read();
        long apart = journal("STRIPE_BALANCE") - stated().stated().yen();
        long open = open();

        Order order = pay();
        StripeNews.hear(application);
        String intent = intent(order);
        stripe.refund(intent, 300);
        stripe.failRefund(stripe.refund(intent, 200));
        String dispute = stripe.dispute(intent);
        stripe.closeDispute(dispute, true);
        account().chargeElsewhere(900);
        account().takeFee(77);
        account().adjust(-13);
        account().keepBack(100);
        String payout = payOut();
        account().fail(payout);
        account().keepBack(-100);
        payOut();
        StripeNews.hear(application);
        read();

        assertThat(stated().listed()).isEqualTo(stated().stated());
        assertThat(journal("STRIPE_BALANCE") - stated().stated().yen()).isEqualTo(apart);
        assertThat(open()).isEqualTo(open);
        assertThat(about(payout)).isEmpty();
    }

    @Test
    void seeAPayoutWhoseLinesAddUpToSomethingElse() throws Exception {
        account().topUp(1_000);
        String payout = payOut();
        read();
        owner("update payments.payout set yen = yen + 1 where id = '" + payout + "'");

        assertThat(payout(payout).differs()).isTrue();
        assertThat(about(payout))
                .anyMatch(it -> it.contains("its lines add up to"))
                .anyMatch(it -> it.contains("its own line"))
                .anyMatch(it -> it.contains("on their way by the journal"));
    }

    @Test
    void seeWhatStripeStatesAndDoesNotList() throws Exception {
        read();
        assertThat(Await.value(checks.violations()))
                .noneMatch(it -> it.startsWith("Stripe states"));
        owner("update payments.balance_stated set stated = stated + 21");

        assertThat(Await.value(checks.violations())).anyMatch(it -> it.startsWith("Stripe states"));
    }

    private List<String> about(String... named) {
        return Await.value(checks.violations()).stream()
                .filter(it -> List.of(named).stream().anyMatch(it::contains))
                .toList();
    }

    private Payout payout(String id) {
        return Await.value(payouts.find(id));
    }

    private Stated stated() {
        return Await.value(lines.stated());
    }

    private long open() {
        return sum("select count(*) from payments.balance_line where explained_at is null");
    }

    private long journal(String account) {
        return Await.value(ledger.balance(new Account(account, Account.Nature.ASSET))).yen();
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }
}
