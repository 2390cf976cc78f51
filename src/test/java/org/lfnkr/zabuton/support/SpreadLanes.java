package org.lfnkr.zabuton.support;

import static java.util.Comparator.comparingDouble;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads the classes that wait for each other evenly over the run. Each worker walks along the
 * order and passes over what has to wait; it comes back to that after the last class only, when
 * nothing is left that could run beside it.
 */
public final class SpreadLanes implements ClassOrderer {

    /** Classes that wait for no other fill the gaps, and the end. */
    private static final String ALONE = "";

    private static final double END_OF_LANES = 0.8;

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        Map<Object, Long> sharing =
                classes.stream().collect(groupingBy(SpreadLanes::lane, counting()));
        Map<Object, List<ClassDescriptor>> lanes =
                classes.stream()
                        .collect(
                                groupingBy(
                                        each ->
                                                sharing.getOrDefault(lane(each), 1L) == 1
                                                        ? ALONE
                                                        : lane(each)));
        Map<ClassDescriptor, Double> places = new HashMap<>();
        lanes.forEach((lane, row) -> spread(row, lane.equals(ALONE) ? 1 : END_OF_LANES, places));
        context.getClassDescriptors().sort(comparingDouble(each -> places.getOrDefault(each, 0.0)));
    }

    /** From the begin of the run, which is 0, to that end. */
    private static void spread(
            List<ClassDescriptor> row, double end, Map<ClassDescriptor, Double> places) {
        for (int i = 0; i < row.size(); i++) {
            places.put(row.get(i), end * i / row.size());
        }
    }

    /**
     * What a class has for itself: a thing with a name, such as the browser, or its application.
     */
    private static Object lane(ClassDescriptor each) {
        MergedAnnotations annotations =
                MergedAnnotations.from(each.getTestClass(), SearchStrategy.TYPE_HIERARCHY);
        return annotations.stream(ResourceLock.class)
                .map(lock -> lock.getString("value"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .<Object>map(identity())
                .orElseGet(() -> application(each, annotations));
    }

    private static Object application(ClassDescriptor each, MergedAnnotations annotations) {
        return annotations.isPresent(ModuleTest.class)
                ? Lanes.application(each.getTestClass())
                : ALONE;
    }
}
