package org.lfnkr.zabuton.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

class OwnConnectionsTests {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /** Whatever starts in the tests' process, by them or by a command that they try. */
    @Test
    void noApplicationEndsTheConnectionsOfAnother() {
        try (ConfigurableApplicationContext any =
                new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run()) {
            assertThat(any.getBean(ReactorResourceFactory.class).isUseGlobalResources()).isFalse();
        }
    }
}
