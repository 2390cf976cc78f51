package org.lfnkr.zabuton.giving.thanks;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Mono;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class ThanksConfiguration {

    /** How old the names may become where a notification was lost. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    @Bean
    Remembered<Thanked> rememberedThanks(PublicNames names) {
        return new Remembered<>(
                Mono.defer(() -> names.published().collectList()).map(Thanked::new));
    }

    @Bean
    @Order(50)
    Concern namesToReadConcern(PublicNameStore names) {
        return Concern.task(
                "giving.concern.names",
                Right.READ_PUBLIC_NAMES,
                "/desk/thanks#waiting",
                names::waiting,
                Role.SHOP);
    }

    @Bean
    Worker thanksWorker(Workers workers, Remembered<Thanked> thanked) {
        return workers.every(OLDEST, "giving.thanks", thanked::refresh);
    }
}
