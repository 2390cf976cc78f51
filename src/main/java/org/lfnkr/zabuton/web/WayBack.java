package org.lfnkr.zabuton.web;

import java.util.regex.Pattern;

/**
 * Where somebody goes on after the sign-in: a page of this shop and nothing else, so that nobody
 * can be led astray by a link to our sign-in.
 *
 * @param path with its language, and with its query where there is one, such as {@code
 *     /ja/desk/orders?state=paid}; empty where it isn't known
 */
public record WayBack(String path) {

    private static final Pattern SAFE =
            Pattern.compile(
                    "(?!.*//)/(en|ja)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*"
                            + "(\\?([A-Za-z0-9._~/+,=&-]|%[0-9A-Fa-f]{2})*)?");
    private static final int LONGEST = 400;

    public static final WayBack UNKNOWN = new WayBack("");

    public WayBack {
        if (!path.isEmpty() && !isSafe(path)) {
            throw new IllegalArgumentException("No page of ours");
        }
    }

    /**
     * The way back as a request names it; without its query where that is a strange one, and
     * unknown where it leads anywhere else.
     */
    public static WayBack of(String path) {
        if (isSafe(path)) {
            return new WayBack(path);
        }
        String page = path.replaceFirst("\\?.*", "");
        return isSafe(page) ? new WayBack(page) : UNKNOWN;
    }

    private static boolean isSafe(String path) {
        return path.length() <= LONGEST && SAFE.matcher(path).matches();
    }

    /** With its question mark, or empty. */
    public String asQuery() {
        return path.isEmpty() ? "" : "?next=" + encoded();
    }

    private String encoded() {
        return path.replace("%", "%25").replace("&", "%26").replace("+", "%2B");
    }

    public String orElse(String other) {
        return path.isEmpty() ? other : path;
    }
}
