package org.lfnkr.zabuton.support;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

import java.lang.annotation.Annotation;
import java.util.Map;

/**
 * Begins with the classes of the application whose tests take longest in all. They go one after the
 * other, so what is left of a long row at the end would keep one processor idle.
 */
public final class LongLanesFirst implements ClassOrderer {

    /** A class of journeys, or of months, takes as long as so many others. */
    private static final int LONG = 30;

    @Override
    public void orderClasses(ClassOrdererContext context) {
        Map<Integer, Integer> lengths =
                context.getClassDescriptors().stream()
                        .filter(LongLanesFirst::sharesAnApplication)
                        .collect(
                                groupingBy(
                                        LongLanesFirst::lane, summingInt(LongLanesFirst::weight)));
        context.getClassDescriptors()
                .sort(
                        comparingInt(
                                        (ClassDescriptor each) ->
                                                sharesAnApplication(each)
                                                        ? lengths.getOrDefault(lane(each), 0)
                                                        : 0)
                                .reversed());
    }

    private static boolean sharesAnApplication(ClassDescriptor each) {
        return isAnnotated(each, ModuleTest.class);
    }

    /**
     * Also where it stands on a class above, as Spring sees it and {@link ClassDescriptor} doesn't.
     */
    private static boolean isAnnotated(ClassDescriptor each, Class<? extends Annotation> type) {
        return AnnotatedElementUtils.hasAnnotation(each.getTestClass(), type);
    }

    private static int lane(ClassDescriptor each) {
        return Lanes.application(each.getTestClass());
    }

    private static int weight(ClassDescriptor each) {
        boolean isLong =
                isAnnotated(each, SimulatedTimeTest.class)
                        || each.getTestClass().getSimpleName().endsWith("Journeys");
        return isLong ? LONG : 1;
    }
}
