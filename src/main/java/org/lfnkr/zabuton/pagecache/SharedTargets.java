package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which addresses are those of shared pages. What it doesn't know for sure goes the long way,
 * so that no address that somebody makes up takes memory.
 */
@Component
class SharedTargets {

    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,60}");

    /** Say only how a visitor came, and change no page. */
    private static final Set<String> MARKETING = Set.of("fbclid", "gclid", "yclid", "msclkid");

    private final Map<String, SharedPages> exact = new HashMap<>();
    private final Map<String, SharedPages> below = new HashMap<>();

    SharedTargets(List<SharedPages> all) {
        all.forEach(pages -> pages.patterns().forEach(pattern -> add(pattern, pages)));
    }

    private void add(String pattern, SharedPages pages) {
        if (pattern.endsWith("/*")) {
            below.put(pattern.substring(0, pattern.length() - 1), pages);
        } else {
            exact.put(pattern, pages);
        }
    }

    /**
     * A target of which only the parameters are left that its page differs by.
     *
     * @param target path and query
     */
    record Found(String target, SharedPages pages) {}

    /** Null where it is none of a shared page. */
    @Nullable Found find(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        SharedPages pages = pages(path);
        if (pages == null || query < 0) {
            return pages == null ? null : new Found(path, pages);
        }
        String kept = kept(uri.substring(query + 1), pages);
        return kept == null ? null : new Found(path + kept, pages);
    }

    private @Nullable SharedPages pages(String path) {
        if (!path.startsWith("/en") && !path.startsWith("/ja")) {
            return null;
        }
        String rest = path.substring(3);
        SharedPages found = exact.get(rest);
        int last = rest.lastIndexOf('/') + 1;
        return found != null || !WORD.matcher(rest.substring(last)).matches()
                ? found
                : below.get(rest.substring(0, last));
    }

    /** With its question mark, or empty; null where a parameter may change the page. */
    private static @Nullable String kept(String query, SharedPages pages) {
        String kept = "";
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (pages.parameters().contains(name) && kept.isEmpty()) {
                if (!WORD.matcher(part.substring(equals + 1)).matches()) {
                    return null;
                }
                kept = "?" + part;
            } else if (!MARKETING.contains(name) && !name.startsWith("utm_") && !name.isEmpty()) {
                return null;
            }
        }
        return kept;
    }
}
