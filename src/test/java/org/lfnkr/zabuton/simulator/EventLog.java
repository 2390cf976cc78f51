package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes an event of each change. An event carries its object as it was at that moment and never
 * changes.
 */
final class EventLog {

    private final ObjectStore objects;
    private final SimulatedClock clock;
    private final Faults faults;
    private final List<ObjectNode> unsent = new ArrayList<>();
    private ObjectNode cause = nobody();

    EventLog(ObjectStore objects, SimulatedClock clock, Faults faults) {
        this.objects = objects;
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * The API request that the coming events are due to; {@link #nobody()} for what happens on
     * pages or by time.
     */
    void causedBy(ObjectNode request) {
        cause = request;
    }

    static ObjectNode nobody() {
        return Json.object().putNull("id").putNull("idempotency_key");
    }

    ObjectNode publish(String type, ObjectNode object) {
        return publish(type, object, Json.object());
    }

    ObjectNode publish(String type, ObjectNode object, ObjectNode previousAttributes) {
        ObjectNode event = record(type, object, previousAttributes);
        if (faults.doubling()) {
            record(type, object, previousAttributes);
        }
        return event;
    }

    /**
     * Makes the change and tells of it with what was there before, or not at all if nothing
     * changed.
     */
    void publishChange(String type, ObjectNode object, Runnable change) {
        ObjectNode before = ObjectStore.published(object);
        change.run();
        ObjectNode after = ObjectStore.published(object);
        ObjectNode previous = Json.object();
        before.properties().stream()
                .filter(entry -> !entry.getValue().equals(after.path(entry.getKey())))
                .forEach(entry -> previous.set(entry.getKey(), entry.getValue()));
        if (!previous.isEmpty()) {
            publish(type, object, previous);
        }
    }

    List<ObjectNode> takeUnsent() {
        List<ObjectNode> batch = List.copyOf(unsent);
        unsent.clear();
        return batch;
    }

    private ObjectNode record(String type, ObjectNode object, ObjectNode previousAttributes) {
        ObjectNode event = Json.object();
        event.put("id", Ids.next("evt"));
        event.put("object", "event");
        event.put("api_version", World.API_VERSION);
        event.put("created", clock.instant().getEpochSecond());
        ObjectNode data = event.putObject("data");
        data.set("object", ObjectStore.published(object));
        if (!previousAttributes.isEmpty()) {
            data.set("previous_attributes", previousAttributes);
        }
        event.put("livemode", false);
        event.put("pending_webhooks", 0);
        event.set("request", cause.deepCopy());
        event.put("type", type);
        unsent.add(objects.add(event));
        return event;
    }
}
