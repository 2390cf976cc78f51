package org.lfnkr.zabuton.kernel;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Time, and the years of the organisation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BusinessYears.class)
class ClockConfiguration {

    /** The only source of time, so that a test can move it. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
