package org.lfnkr.zabuton.guard;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardLimits.class)
class GuardConfiguration {

    @Bean
    Worker forgetfulGuard(Workers workers, Guard guard) {
        return workers.every(Duration.ofHours(1), "guard.forget", guard::forget);
    }
}
