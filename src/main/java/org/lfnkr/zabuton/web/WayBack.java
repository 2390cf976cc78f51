package org.lfnkr.zabuton.web;

import java.util.regex.Pattern;

/**
 * Where somebody goes on after the sign-in: a page of this shop and nothing else, so that nobody
 * can be led astray by a link to our sign-in.
 *
 * @param path with its language, such as {@code /ja/me/data}; empty where it isn't known
 */
public record WayBack(String path) {

    private static final Pattern SAFE =
            Pattern.compile("/(en|ja)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");
    private static final int LONGEST = 200;

    public static final WayBack UNKNOWN = new WayBack("");

    public WayBack {
        if (!path.isEmpty() && !isSafe(path)) {
            throw new IllegalArgumentException("No page of ours");
        }
    }

    /** The way back as a request names it; unknown where it leads anywhere else. */
    public static WayBack of(String path) {
        return isSafe(path) ? new WayBack(path) : UNKNOWN;
    }

    private static boolean isSafe(String path) {
        return path.length() <= LONGEST && SAFE.matcher(path).matches();
    }

    /** With its question mark, or empty. */
    public String asQuery() {
        return path.isEmpty() ? "" : "?next=" + path;
    }

    public String orElse(String other) {
        return path.isEmpty() ? other : path;
    }
}
