package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the layout of every page needs, as {@code shell} (see templates/web/layout.html). */
@Component
class PageModel {

    private final Site site;
    private final List<PageAttribute> attributes;
    private final List<PathPattern> indexed;

    PageModel(Site site, List<PageAttribute> attributes, List<PublicRoutes> routes) {
        this.site = site;
        this.attributes = attributes;
        this.indexed =
                routes.stream()
                        .filter(PublicRoutes::indexed)
                        .flatMap(route -> route.patterns().stream())
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList();
    }

    Map<String, Object> of(ServerHttpRequest request) {
        Language language = LanguageResolver.of(request);
        PathContainer path = request.getPath().pathWithinApplication();
        Map<String, Object> shell = new HashMap<>();
        shell.put("language", language.tag());
        shell.put("other", language.other().tag());
        shell.put("there", switched(request, language));
        if (indexed.stream().anyMatch(pattern -> pattern.matches(path))) {
            shell.put("canonical", site.address(path.value()).toString());
            shell.put("alternate", site.address(inOther(path, language)).toString());
        }
        attributes.forEach(attribute -> shell.put(attribute.name(), attribute.value(request)));
        return Map.of("shell", shell, "language", language);
    }

    /** The same place in the other language, with its query. */
    private static String switched(ServerHttpRequest request, Language language) {
        String query = request.getURI().getRawQuery();
        String path = inOther(request.getPath().pathWithinApplication(), language);
        return query == null ? path : path + "?" + query;
    }

    private static String inOther(PathContainer path, Language language) {
        String here = "/" + language.tag();
        String there = "/" + language.other().tag();
        return path.value().startsWith(here)
                ? there + path.value().substring(here.length())
                : there;
    }
}
