package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The objects on disk, so that a restarted shop finds its sessions and payments again. Idempotency
 * keys are forgotten, as Stripe forgets them after a day.
 */
record StateFile(Path path) {

    void load(World world) {
        if (Files.exists(path)) {
            JsonNode state = Json.parse(read());
            world.clock.startAhead(Duration.parse(Json.text(state, "ahead")));
            state.path("objects").forEach(object -> world.objects.add((ObjectNode) object));
            world.deliveries.resume();
        }
    }

    /** Replaces the file in one step: a stop in the middle leaves the old one. */
    void save(World world) {
        String state = world.look(() -> Json.text(stateOf(world)));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.writeString(next, state);
            Files.move(
                    next,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Stripe simulator can't keep its state in " + path, e);
        }
    }

    private static ObjectNode stateOf(World world) {
        ObjectNode state = Json.object().put("ahead", world.clock.ahead().toString());
        ArrayNode objects = state.putArray("objects");
        world.objects.all().forEach(objects::add);
        return state;
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Stripe simulator can't read its state in " + path, e);
        }
    }
}
