package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.web.Problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whether words are as they were when somebody opened their form: two people may write at the same
 * product, and the second one is told before theirs take the place of the first one's.
 */
final class Seen {

    /** The form's field. */
    static final String FIELD = "seen";

    private Seen() {}

    /** The same for the same words. */
    static String of(Map<String, String> kept) {
        String all = new TreeMap<>(kept).toString();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * What is wrong where others are kept now than the form was opened with.
     *
     * @param field at which it is said
     */
    static List<Problem> problems(
            Map<String, String> typed, Map<String, String> kept, String field) {
        return typed.getOrDefault(FIELD, of(kept)).equals(of(kept))
                ? List.of()
                : List.of(Problem.of(field, "catalog.wrong.changed"));
    }
}
