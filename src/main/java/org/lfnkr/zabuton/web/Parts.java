package org.lfnkr.zabuton.web;

import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

import java.util.HashMap;
import java.util.Map;

/** Reads what was typed into forms that bring files; their files each room reads its own way. */
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

    /** The answer to one of them; empty where there is none. */
    public static String typed(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }
}
