package org.lfnkr.zabuton.web;

import org.springframework.http.HttpMethod;

import java.util.List;

/**
 * Routes that only somebody who is signed in may call. Each module declares its own as a bean, and
 * its controllers look at nothing but what belongs to that member. Answers are never stored and
 * never found by search.
 *
 * @param method the only method these patterns are open for
 * @param patterns path patterns; {@code /{lang}} stands for a language
 */
public record MemberRoutes(HttpMethod method, List<String> patterns) {

    public MemberRoutes {
        patterns = List.copyOf(patterns);
    }

    public static MemberRoutes get(String... patterns) {
        return new MemberRoutes(HttpMethod.GET, List.of(patterns));
    }

    public static MemberRoutes post(String... patterns) {
        return new MemberRoutes(HttpMethod.POST, List.of(patterns));
    }
}
