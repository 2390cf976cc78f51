package org.lfnkr.zabuton.storefront.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.UUID;

class AddresseesTests {

    /** Before a gift has arrived its letters go by the pledge, and they stay on its page. */
    @Test
    void aGiftHasTheLettersOfItsPledgeAndOfItsPayment() {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        Pledge pledge = pledge(payment);

        assertThat(Addressees.matters(pledge, payment))
                .containsExactlyInAnyOrder(pledge.id().value(), payment.value());
    }

    private static Pledge pledge(PaymentId payment) {
        return new Pledge(
                new PledgeId(UUID.randomUUID()),
                "7K3M9-QXT4B",
                UUID.randomUUID(),
                Language.EN,
                new SupporterId(UUID.randomUUID()),
                new SubjectId(UUID.randomUUID()),
                Frequency.ONCE,
                Fund.FOOD,
                null,
                new GiftParts(Money.yen(3_000), Money.ZERO),
                "2026-11-01",
                null,
                false,
                PledgeStatus.AWAITING_PAYMENT,
                payment,
                null,
                false,
                false,
                Instant.EPOCH);
    }
}
