package org.lfnkr.zabuton.support;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

import java.util.Map;

/**
 * Begins with the classes of the application that most of them share. They go one after the other,
 * so what is left of a long row at the end would keep one processor idle.
 */
public final class LongLanesFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        Map<Integer, Long> lengths =
                context.getClassDescriptors().stream()
                        .filter(LongLanesFirst::sharesAnApplication)
                        .collect(groupingBy(LongLanesFirst::lane, counting()));
        context.getClassDescriptors()
                .sort(
                        comparingLong(
                                        (ClassDescriptor each) ->
                                                sharesAnApplication(each)
                                                        ? lengths.getOrDefault(lane(each), 0L)
                                                        : 0)
                                .reversed());
    }

    private static boolean sharesAnApplication(ClassDescriptor each) {
        return each.isAnnotated(ModuleTest.class);
    }

    private static int lane(ClassDescriptor each) {
        return Lanes.application(each.getTestClass());
    }
}
