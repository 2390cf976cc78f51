package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {

    @Bean
    Worker refundWorker(Workers workers, RefundSender sender) {
        return workers.of(sender);
    }

    @Bean
    Worker paymentChecks(Workers workers, PaymentSweep sweep) {
        return workers.of(sweep);
    }

    @Bean
    Worker codeReminders(Workers workers, Reminders reminders) {
        return workers.every(Duration.ofMinutes(10), "payments.reminders", reminders::remind);
    }
}
