package org.lfnkr.zabuton.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.lfnkr.zabuton.support.Await;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.ReactiveTransactionManager;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lets tests run the handlers of some modules while those of the others are slow. */
public final class SlowHandlers {

    private SlowHandlers() {}

    /**
     * One turn for these modules: at most one event each, what is due.
     *
     * @return whether there was anything for them
     */
    public static boolean step(ApplicationContext application, Set<String> modules) {
        return Await.value(relay(application, modules).deliverNext()) != Relay.Turn.NOTHING_DUE;
    }

    /** All that is due for these modules. */
    public static void drain(ApplicationContext application, Set<String> modules) {
        Mono<Long> all = relay(application, modules).drain();
        Await.done(all);
    }

    private static Relay relay(ApplicationContext application, Set<String> modules) {
        List<OutboxHandler<?>> quick = new ArrayList<>();
        for (OutboxHandler<?> handler : application.getBeansOfType(OutboxHandler.class).values()) {
            if (modules.contains(handler.name().split("\\.")[0])) {
                quick.add(handler);
            }
        }
        return new Relay(
                application.getBean(OutboxStore.class),
                new Handlers(quick),
                application.getBean(ReactiveTransactionManager.class),
                new SimpleMeterRegistry());
    }
}
