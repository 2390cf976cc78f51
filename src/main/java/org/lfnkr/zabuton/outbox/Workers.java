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
    private final boolean automatic;

    Workers(Notifications notifications, @Value("${zabuton.background:true}") boolean automatic) {
        this.notifications = notifications;
        this.automatic = automatic;
    }

    /**
     * @param topic what wakes it, see {@link Notifications}
     * @param pause the longest time between two rounds
     */
    public Worker every(Duration pause, String topic, Supplier<Mono<?>> work) {
        return new Worker(topic, automatic, pause, notifications.on(topic), Mono.defer(work));
    }
}
