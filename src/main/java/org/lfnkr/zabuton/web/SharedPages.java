package org.lfnkr.zabuton.web;

import org.springframework.http.server.reactive.ServerHttpRequest;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages that are the same for everybody, so that they may be kept and handed out again. Each module
 * declares its own as a bean; what no module declares is made anew for each visitor.
 *
 * @param patterns paths behind the language, whose segments are words or {@code *}
 * @param parameters of the query, by which they differ; words of small letters, digits and hyphens
 * @param states the cookies by which they differ, see {@link PageState}
 * @param topics what they are made of, see {@link PageVersions}
 * @param personal cookies with which they are somebody's own
 */
public record SharedPages(
        Set<String> patterns,
        Set<String> parameters,
        Set<String> states,
        Set<String> topics,
        Set<String> personal) {

    private static final String RENDERED = SharedPages.class.getName();
    private static final String ODD = RENDERED + ".odd";

    /** Every page shows the number of pieces in the cart; on any, something may have been told. */
    public static SharedPages of(String... patterns) {
        return new SharedPages(
                Set.of(patterns), Set.of(), Set.of("__Host-cart"), Set.of(), Set.of("__Host-told"));
    }

    public SharedPages differingBy(String parameter) {
        return new SharedPages(patterns, Set.of(parameter), states, topics, personal);
    }

    public SharedPages differingByCookie(String name) {
        return new SharedPages(patterns, parameters, with(states, name), topics, personal);
    }

    public SharedPages madeOf(String... changing) {
        return new SharedPages(patterns, parameters, states, Set.of(changing), personal);
    }

    public SharedPages personalWith(String... cookies) {
        return new SharedPages(patterns, parameters, states, topics, with(personal, cookies));
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Says of a request that its answer is for everybody: no form's token may stand on it. */
    public static void mark(ServerHttpRequest request) {
        request.getAttributes().put(RENDERED, true);
    }

    public static boolean isMarked(ServerHttpRequest request) {
        return request.getAttributes().containsKey(RENDERED);
    }

    /** Says of the page that is being made that its address is none of those that we offer. */
    public static void refuse(ServerHttpRequest request) {
        if (isMarked(request)) {
            request.getAttributes().put(ODD, true);
        }
    }

    public static boolean isRefused(ServerHttpRequest request) {
        return request.getAttributes().containsKey(ODD);
    }
}
