package org.lfnkr.zabuton.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the names that events declare, see {@link EventName}. */
final class EventNames {

    private static final Pattern FORM = Pattern.compile("[a-z]+\\.[a-z-]+\\.[1-9][0-9]*");

    private EventNames() {}

    /**
     * @throws IllegalStateException where the event declares none, or one of another form
     */
    static String of(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        if (name == null || !FORM.matcher(name.value()).matches()) {
            throw new IllegalStateException(
                    event.getName() + " must declare a name such as @EventName(\"orders.paid.1\")");
        }
        return name.value();
    }

    /**
     * @throws IllegalStateException where two events share a name
     */
    static void requireDistinct(Collection<? extends Class<?>> events) {
        Map<String, Class<?>> byName = new HashMap<>();
        for (Class<?> event : events) {
            Class<?> other = byName.putIfAbsent(of(event), event);
            if (other != null && other != event) {
                throw new IllegalStateException(
                        event.getName() + " and " + other.getName() + " have the same name");
            }
        }
    }
}
