package org.lfnkr.zabuton.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;

class PlanLifeModuleTests extends PlanModuleTest {

    @Test
    void theFirstPaidInvoiceStartsAPlanAndIsASettledPayment() {
        PlanId id = started();

        assertThat(told()).containsExactly("PlanStarted");
        assertThat(told(firstTerms)).containsExactly("PaymentSettled");
        assertThat(settled(firstTerms)).containsExactly("3000");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
        PaymentView payment = Await.value(payments.view(paid(id).getFirst()));
        assertThat(payment.status()).isEqualTo(PaymentStatus.SETTLED);
        assertThat(payment.purpose()).isEqualTo(firstTerms);
        assertThat(payment.method()).isEqualTo("card");
        assertThat(view(id).card())
                .isEqualTo(new Card("visa", "4242", java.time.YearMonth.of(2034, 12)));
    }
}
