package org.lfnkr.zabuton.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whether something is as it was when somebody opened its form: two people may write at the same
 * thing, and the second one is told before theirs takes the place of the first one's.
 */
public final class Seen {

    /** The form's field. */
    public static final String FIELD = "seen";

    private Seen() {}

    /** The same for the same words. */
    public static String of(Map<String, String> kept) {
        String all = new TreeMap<>(kept).toString();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** As the form sent it; empty where it said nothing. */
    public static String in(Map<String, String> typed) {
        return typed.getOrDefault(FIELD, "");
    }

    /** Whether other words are kept now than somebody saw who says what they saw. */
    public static boolean isOver(String seen, Map<String, String> kept) {
        return !seen.isEmpty() && !seen.equals(of(kept));
    }
}
