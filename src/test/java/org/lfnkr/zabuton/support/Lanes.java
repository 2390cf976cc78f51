package org.lfnkr.zabuton.support;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.springframework.test.context.BootstrapUtils;

import java.util.Set;

/**
 * Test classes run side by side, but those that share an application one after the other: they move
 * its clock, empty its outbox and read all of its mail.
 */
class Lanes implements ResourceLocksProvider {

    /** The key is that by which Spring keeps and shares applications. */
    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        int application =
                BootstrapUtils.resolveTestContextBootstrapper(testClass)
                        .buildMergedContextConfiguration()
                        .hashCode();
        return Set.of(new Lock("application " + application));
    }
}
