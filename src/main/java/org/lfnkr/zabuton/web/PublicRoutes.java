package org.lfnkr.zabuton.web;

import org.springframework.http.HttpMethod;

import java.util.List;

/**
 * Routes that anybody may call. Each module declares its own as a bean; what no module declares is
 * refused.
 *
 * @param method the only method these patterns are open for
 * @param patterns path patterns; {@code /{lang}} stands for a language
 * @param indexed whether search engines are invited to these pages
 */
public record PublicRoutes(HttpMethod method, List<String> patterns, boolean indexed) {

    public PublicRoutes {
        patterns = List.copyOf(patterns);
    }

    /** Pages that search engines may find. */
    public static PublicRoutes pages(String... patterns) {
        return new PublicRoutes(HttpMethod.GET, List.of(patterns), true);
    }

    /** Everything else that is only read: a visitor's own pages, pictures, data for scripts. */
    public static PublicRoutes get(String... patterns) {
        return new PublicRoutes(HttpMethod.GET, List.of(patterns), false);
    }

    public static PublicRoutes post(String... patterns) {
        return new PublicRoutes(HttpMethod.POST, List.of(patterns), false);
    }
}
