package org.lfnkr.zabuton.outbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The handlers by name. They are looked up late, because most of them append events themselves. */
@Component
class Handlers implements SmartLifecycle {

    private final Supplier<Map<String, OutboxHandler<?>>> source;
    private volatile Map<String, OutboxHandler<?>> byName = Map.of();

    @Autowired
    Handlers(ObjectProvider<OutboxHandler<?>> handlers) {
        this.source = () -> index(handlers.stream().toList());
    }

    Handlers(List<OutboxHandler<?>> handlers) {
        this.source = () -> index(handlers);
    }

    /**
     * A start fails on names that are missing or doubled. The command that only looks starts
     * nothing, and makes no handlers.
     */
    @Override
    public void start() {
        all();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return !byName.isEmpty();
    }

    /** Before anything is served. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Fails on two handlers of one name, whose deliveries could not be told apart. */
    private static Map<String, OutboxHandler<?>> index(List<OutboxHandler<?>> handlers) {
        EventNames.requireDistinct(handlers.stream().map(OutboxHandler::event).toList());
        return handlers.stream()
                .collect(Collectors.toUnmodifiableMap(OutboxHandler::name, Function.identity()));
    }

    List<String> namesFor(Class<? extends OutboxEvent> event) {
        return all().values().stream()
                .filter(handler -> handler.event().equals(event))
                .map(OutboxHandler::name)
                .toList();
    }

    List<String> names() {
        return List.copyOf(all().keySet());
    }

    OutboxHandler<?> named(String name) {
        OutboxHandler<?> handler = all().get(name);
        if (handler == null) {
            throw new IllegalArgumentException("No handler is named " + name);
        }
        return handler;
    }

    private Map<String, OutboxHandler<?>> all() {
        if (byName.isEmpty()) {
            byName = source.get();
        }
        return byName;
    }
}
