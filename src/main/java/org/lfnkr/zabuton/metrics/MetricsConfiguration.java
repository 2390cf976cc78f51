package org.lfnkr.zabuton.metrics;

import io.micrometer.core.instrument.config.MeterFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values())
                    .map(HttpMethod::name)
                    .collect(Collectors.toUnmodifiableSet());

    /** A sender may call methods what they like, and would make a meter with each. */
    @Bean
    MeterFilter knownMethods() {
        return MeterFilter.replaceTagValues(
                "method", method -> METHODS.contains(method) ? method : "OTHER");
    }
}
