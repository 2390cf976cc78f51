package org.lfnkr.zabuton.refunds;

import static java.util.Comparator.naturalOrder;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.Supplier;

/** What Today says of refunds that ask something of staff. */
@Configuration(proxyBeanMethods = false)
class RefundConcerns {

    @Bean
    @Order(40)
    Concern unsaidRefundsConcern(RefundTasks tasks) {
        return task("refunds.concern.unsaid", "unsaid", tasks::unsaid);
    }

    /** They are few: each is gone as soon as somebody has handed the money back. */
    @Bean
    @Order(41)
    Concern handRefundsConcern(RefundTasks tasks) {
        return task(
                "refunds.concern.by-hand",
                "by-hand",
                () -> tasks.byHand().collectList().map(RefundConcerns::tally));
    }

    private static Concern task(String key, String part, Supplier<Mono<Tally>> tally) {
        return Concern.task(
                key,
                Right.SEE_FAILED_REFUNDS,
                "/desk/refunds#" + part,
                tally,
                Role.FINANCE,
                Role.SHOP);
    }

    private static Tally tally(List<RefundTask> tasks) {
        return new Tally(
                tasks.size(),
                tasks.stream().map(RefundTask::since).min(naturalOrder()).orElse(null),
                tasks.stream().map(RefundTask::amount).reduce(Money.ZERO, Money::plus));
    }
}
