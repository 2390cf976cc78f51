package org.lfnkr.zabuton.pagecache;

import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A shop that hears of changes, as only such a one keeps pages, behind a line to its database that
 * can be paused. What other tests start hears nothing, so that they see each page made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(
        properties = {
            "journey=true",
            "pausing-database=true",
            "zabuton.requests.head=3s",
            "zabuton.requests.reading=1s",
            "zabuton.requests.answer=3s"
        })
public @interface PageCacheTest {}
