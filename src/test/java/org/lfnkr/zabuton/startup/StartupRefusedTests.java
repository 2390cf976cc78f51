package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@CapturesOutput
@Isolated
class StartupRefusedTests {

    @Configuration(proxyBeanMethods = false)
    static class Refusing {

        @Bean
        String refusing() {
            throw new StartupRefused("zabuton.some.property is missing: set it.");
        }
    }

    @Test
    void showsTheSentenceInsteadOfAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Refusing.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        try {
            application.run();
        } catch (RuntimeException expected) {
            assertThat(output)
                    .contains("Zabuton doesn't start. zabuton.some.property is missing: set it.")
                    .doesNotContain("at org.lfnkr.zabuton");
            return;
        }
        throw new AssertionError("It started");
    }
}
