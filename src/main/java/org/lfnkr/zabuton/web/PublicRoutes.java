package org.lfnkr.zabuton.web;

import org.springframework.http.HttpMethod;

import java.util.List;

/**
 * Routes that anybody may call. Each module declares its own as a bean; what no module declares is
 * refused.
 *
 * @param method the only method these patterns are open for
 * @param patterns path patterns; {@code /{lang}} stands for a language
 */
public record PublicRoutes(HttpMethod method, List<String> patterns) {

    public PublicRoutes {
        patterns = List.copyOf(patterns);
    }

    public static PublicRoutes get(String... patterns) {
        return new PublicRoutes(HttpMethod.GET, List.of(patterns));
    }

    public static PublicRoutes post(String... patterns) {
        return new PublicRoutes(HttpMethod.POST, List.of(patterns));
    }
}
