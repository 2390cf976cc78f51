package org.lfnkr.zabuton.bookkeeping.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.balance.Payout;
import org.lfnkr.zabuton.payments.balance.Payouts;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The worked example of a payout: charges of ¥7,600, ¥3,000 and ¥4,000, a refund of ¥3,300, ¥21 for
 * billing and a dispute of ¥3,000, whose fee is ¥1,300 at the simulator, in whatever order.
 */
class PayoutExampleModuleTests extends BalanceTest {

    /** 7,600 − 274, 3,000 − 108, 4,000 − 144, − 3,300, − 21, − 3,000 − 1,300. */
    private static final long CARRIED = 7_326 + 2_892 + 3_856 - 3_300 - 21 - 4_300;

    private static final Account CLEARING = new Account("CLEARING", Account.Nature.ASSET);

    private static final Account OTHER_TOOLS = new Account("OTHER_TOOLS", Account.Nature.LIABILITY);

    @Autowired Payouts payouts;
    @Autowired Ledger ledger;

    private final Map<Integer, Pledge> paid = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay7600 pay3000 pay4000 refund fee dispute",
                "fee pay3000 dispute pay7600 refund pay4000",
                "pay4000 pay7600 refund pay3000 dispute fee",
            })
    void carriesWhatItsLinesAddUpToAndLeavesNothingUnexplained(String events) {
        account().topUp(1_000);
        payOut();
        read();
        long apart = journal(Account.STRIPE_BALANCE);
        long onItsWay = journal(CLEARING);
        long unknown = journal(Account.SUSPENSE);
        long notOurs = journal(OTHER_TOOLS);

        for (String event : events.split(" ")) {
            happens(event);
            StripeNews.hear(application);
            read();
        }
        assertThat(journal(Account.STRIPE_BALANCE) - apart).isEqualTo(CARRIED);

        String id = payOut();
        read();

        Payout payout = Await.value(payouts.find(id));
        assertThat(payout.yen()).isEqualTo(Money.yen(CARRIED));
        assertThat(payout.carried()).isEqualTo(payout.yen());
        assertThat(entry(linesOf(id).getFirst()))
                .containsExactly("CLEARING " + CARRIED, "STRIPE_BALANCE " + -CARRIED);
        assertThat(journal(Account.STRIPE_BALANCE)).isEqualTo(apart);
        assertThat(journal(CLEARING) - onItsWay).isEqualTo(CARRIED);
        assertThat(journal(Account.SUSPENSE)).as("what nobody knows").isEqualTo(unknown);
        assertThat(journal(OTHER_TOOLS)).as("what another tool moved").isEqualTo(notOurs);
        assertThat(Await.value(checks.violations())).noneMatch(it -> it.contains(id));
    }

    private void happens(String event) {
        switch (event) {
            case "refund" -> stripe.refund(intent(7_600), 3_300);
            case "dispute" -> stripe.dispute(intent(3_000));
            case "fee" -> account().takeFee(21);
            default -> {
                int yen = Integer.parseInt(event.substring("pay".length()));
                paid.put(yen, new GiftSamples(application).given(gift(yen)));
            }
        }
    }

    private static GiveWish gift(int yen) {
        return new GiveWish(
                UUID.randomUUID(),
                Frequency.ONCE,
                Cause.FOOD,
                Money.yen(yen),
                false,
                "Name",
                new EmailAddress(UUID.randomUUID() + "@example.org"),
                Dedication.NONE,
                Language.EN,
                Money.yen(yen),
                true);
    }

    private long journal(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    private String intent(int yen) {
        Pledge pledge = Objects.requireNonNull(paid.get(yen));
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", Objects.requireNonNull(pledge.payment()).value())
                        .mapValue(String.class)
                        .one());
    }
}
