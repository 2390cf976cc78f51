package org.lfnkr.zabuton.outbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.function.Supplier;

/** Makes workers; declare each as a bean. With {@code zabuton.background=false} none starts. */
@Component
public class Workers {

    private final Notifications notifications;
    private final WorkQueue queue;
    private final boolean automatic;

    Workers(
            Notifications notifications,
            WorkQueue queue,
            @Value("${zabuton.background:true}") boolean automatic) {
        this.notifications = notifications;
        this.queue = queue;
        this.automatic = automatic;
    }

    /** Does due work: when some is added, and looks for what has come due from time to time. */
    public Worker of(Job job) {
        return every(job.poll(), job.kind(), () -> queue.drain(job));
    }

    /**
     * @param topic what wakes it, see {@link Notifications}
     * @param pause the longest time between two rounds
     */
    public Worker every(Duration pause, String topic, Supplier<Mono<?>> work) {
        return new Worker(topic, automatic, pause, notifications.on(topic), Mono.defer(work));
    }
}
