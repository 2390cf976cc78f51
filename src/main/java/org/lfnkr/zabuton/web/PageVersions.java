package org.lfnkr.zabuton.web;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how often what pages are made of has changed, as far as this node knows. A page that was
 * made at a smaller number is shown to nobody any more.
 */
@Component
public class PageVersions {

    private final Map<String, AtomicLong> changes = new ConcurrentHashMap<>();

    /**
     * Call it when the new state can be read, by this node's memory too.
     *
     * @param topic such as {@code catalog}
     */
    public void changed(String topic) {
        of(topic).incrementAndGet();
    }

    /** Grows with each change of one of them. */
    public long of(Collection<String> topics) {
        long sum = 0;
        for (String topic : topics) {
            sum += of(topic).get();
        }
        return sum;
    }

    private AtomicLong of(String topic) {
        return changes.computeIfAbsent(topic, any -> new AtomicLong());
    }
}
