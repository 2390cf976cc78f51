package org.lfnkr.zabuton.support;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

import java.time.Duration;

/**
 * Gives an application threads and connections of its own. With those that all share, the end of
 * one application cuts off whoever talks to another in the same process.
 */
public class OwnConnections implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(ReactorResourceFactory.class, OwnConnections::resources);
    }

    private static ReactorResourceFactory resources() {
        ReactorResourceFactory own = new ReactorResourceFactory();
        own.setUseGlobalResources(false);
        own.setShutdownQuietPeriod(Duration.ZERO);
        own.setShutdownTimeout(Duration.ofSeconds(5));
        return own;
    }
}
