package org.lfnkr.zabuton.support;

import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link ModuleTest} whose application lives in the time of Stripe's simulator, so that both move
 * ahead together, by {@code stripe.clock().advance(…)}. Time never goes back, so such a test begins
 * whenever the one before has ended.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@TestPropertySource(properties = "simulated-time=true")
public @interface SimulatedTimeTest {}
