package org.lfnkr.zabuton.web.page;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.FormPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows the pages of the shop, and for every address that takes a form the page that holds it. */
@Component
public class PageFinder {

    /** A hidden field of every form: the page that shows it, with its query. */
    static final String FIELD = "_page";

    private static final Pattern OURS =
            Pattern.compile("/(en|ja)(/[\\w~.-]+)*(\\?[\\w/~.%+,=&-]*)?");
    private static final int LONGEST = 300;

    private final SingletonSupplier<Map<RequestMethod, List<PathPattern>>> patterns;
    private final List<FormPage> elsewhere;

    PageFinder(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers,
            List<FormPage> elsewhere) {
        this.patterns = SingletonSupplier.of(() -> patterns(handlers.getObject()));
        this.elsewhere = elsewhere;
    }

    boolean shows(String path) {
        return handles(RequestMethod.GET, path);
    }

    boolean takesForms(String path) {
        return handles(RequestMethod.POST, path);
    }

    private boolean handles(RequestMethod method, String path) {
        PathContainer address = PathContainer.parsePath(path);
        return patterns.obtain().getOrDefault(method, List.of()).stream()
                .anyMatch(pattern -> pattern.matches(address));
    }

    /** Read once: the framework copies its whole table for everybody who asks for it. */
    private static Map<RequestMethod, List<PathPattern>> patterns(
            RequestMappingHandlerMapping handlers) {
        Map<RequestMethod, List<PathPattern>> patterns = new EnumMap<>(RequestMethod.class);
        for (RequestMappingInfo mapping : handlers.getHandlerMethods().keySet()) {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                patterns.computeIfAbsent(method, any -> new ArrayList<>())
                        .addAll(mapping.getPatternsCondition().getPatterns());
            }
        }
        return patterns;
    }

    /** The page at a path, or the one that holds the form that is sent there. */
    public Optional<String> pageAt(String path) {
        if (shows(path)) {
            return Optional.of(path);
        }
        return takesForms(path) ? declared(path).or(() -> nearestAbove(path)) : Optional.empty();
    }

    private Optional<String> declared(String path) {
        return elsewhere.stream()
                .map(it -> page(it, PathContainer.parsePath(path)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String page(FormPage form, PathContainer path) {
        PathPattern.PathMatchInfo match =
                PathPatternParser.defaultInstance.parse(form.form()).matchAndExtract(path);
        return match == null
                ? null
                : UriComponentsBuilder.fromPath(form.page())
                        .buildAndExpand(match.getUriVariables())
                        .encode()
                        .toUriString();
    }

    private Optional<String> nearestAbove(String path) {
        return Stream.iterate(above(path), it -> !it.isEmpty(), PageFinder::above)
                .filter(this::shows)
                .findFirst();
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * The page that a request is about, with its query.
     *
     * @param claimed what the form says of itself; believed where it is a page of ours
     */
    Optional<String> pageOf(ServerHttpRequest request, String claimed) {
        String path = request.getPath().pathWithinApplication().value();
        String query = request.getURI().getRawQuery();
        if (request.getMethod() != HttpMethod.POST) {
            return Optional.of(query == null ? path : path + "?" + query);
        }
        return Optional.of(claimed).filter(this::isOurs).or(() -> pageAt(path));
    }

    private boolean isOurs(String page) {
        return page.length() <= LONGEST
                && OURS.matcher(page).matches()
                && shows(page.replaceFirst("\\?.*", ""));
    }
}
