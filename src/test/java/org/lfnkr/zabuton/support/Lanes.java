package org.lfnkr.zabuton.support;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.springframework.test.context.BootstrapUtils;

import java.util.Set;

/**
 * Test classes run side by side, but those that share an application one after the other: they move
 * its clock, empty its outbox and read all of its mail.
 */
class Lanes implements ResourceLocksProvider {

    /** The key is that by which Spring keeps and shares applications; to make it takes a while. */
    private static final ClassValue<Integer> APPLICATIONS =
            new ClassValue<>() {
                @Override
                protected Integer computeValue(Class<?> testClass) {
                    return BootstrapUtils.resolveTestContextBootstrapper(testClass)
                            .buildMergedContextConfiguration()
                            .hashCode();
                }
            };

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return Set.of(new Lock("application " + APPLICATIONS.get(testClass)));
    }

    /** Which application a class shares; the same number for the same one. */
    static int application(Class<?> testClass) {
        return APPLICATIONS.get(testClass);
    }
}
