package org.lfnkr.zabuton.support;

import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs against the whole application on a real PostgreSQL, Stripe's simulator and a mailbox. The
 * application is shared by all such tests, so each brings data of its own and depends on no other.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ResourceLock(providers = Lanes.class)
@ContextConfiguration(initializers = TestEnvironment.class)
public @interface ModuleTest {}
