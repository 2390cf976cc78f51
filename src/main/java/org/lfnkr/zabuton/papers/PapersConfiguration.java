package org.lfnkr.zabuton.papers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class PapersConfiguration {

    private static final int AT_A_TIME = 2;

    /** Printing takes a processor for a tenth of a second, so few are printed at once. */
    @Bean(destroyMethod = "dispose")
    Scheduler papersScheduler() {
        return Schedulers.newBoundedElastic(AT_A_TIME, Integer.MAX_VALUE, "papers");
    }
}
