package org.lfnkr.zabuton.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The built files of the front end under their hashed names; {@code @assets} in templates. */
@Component("assets")
public class Assets {

    private final JsonNode manifest;

    Assets(JsonMapper json) {
        this.manifest = read(json);
    }

    /**
     * The address of a file, by its path in {@code frontend/}.
     *
     * @throws IllegalArgumentException when the build made no such file
     */
    public String path(String source) {
        return "/" + entry(source).path("file").asString();
    }

    /** The addresses of the style sheets that a script's entry brings with it. */
    public List<String> styles(String source) {
        return StreamSupport.stream(entry(source).path("css").spliterator(), false)
                .map(file -> "/" + file.asString())
                .toList();
    }

    private JsonNode entry(String source) {
        JsonNode entry = manifest.path(source);
        if (entry.isMissingNode()) {
            throw new IllegalArgumentException("The front end has no " + source);
        }
        return entry;
    }

    private static JsonNode read(JsonMapper json) {
        try (InputStream file = new ClassPathResource("static/manifest.json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The front end isn't built: run npm run build", e);
        }
    }
}
