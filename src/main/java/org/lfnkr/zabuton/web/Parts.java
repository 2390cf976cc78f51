package org.lfnkr.zabuton.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads what was typed into forms that bring files; and their files, no further than a room takes
 * them.
 */
public final class Parts {

    private Parts() {}

    /** The first answer to each question, by its name. */
    public static Map<String, String> typed(MultiValueMap<String, Part> parts) {
        Map<String, String> typed = new HashMap<>();
        parts.toSingleValueMap()
                .forEach(
                        (name, part) -> {
                            if (part instanceof FormFieldPart field) {
                                typed.put(name, field.value());
                            }
                        });
        return Map.copyOf(typed);
    }

    /** All answers to each question, by its name. */
    static MultiValueMap<String, String> fields(MultiValueMap<String, Part> parts) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        parts.forEach(
                (name, all) ->
                        all.forEach(
                                part -> {
                                    if (part instanceof FormFieldPart field) {
                                        typed.add(name, field.value());
                                    }
                                }));
        return typed;
    }

    /** What each file is called, by the question's name; empty where none was chosen. */
    static Map<String, String> files(MultiValueMap<String, Part> parts) {
        Map<String, String> files = new HashMap<>();
        parts.toSingleValueMap()
                .forEach(
                        (name, part) -> {
                            if (part instanceof FilePart file) {
                                files.put(name, file.filename());
                            }
                        });
        return Map.copyOf(files);
    }

    /**
     * The bytes of a file; none where none was chosen.
     *
     * @param most a larger one ends in a {@code DataBufferLimitException}
     */
    public static Mono<byte[]> file(MultiValueMap<String, Part> parts, String name, int most) {
        return Mono.justOrEmpty(parts.getFirst(name))
                .flatMap(part -> DataBufferUtils.join(part.content(), most))
                .map(Parts::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** The answer to one of them; empty where there is none. */
    public static String typed(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }
}
