package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the layout of every page needs: {@code language}, {@code location}, and the modules' own.
 */
@Component
class PageModel {

    private final Site site;
    private final List<PageAttribute> attributes;

    PageModel(Site site, List<PageAttribute> attributes) {
        this.site = site;
        this.attributes = attributes;
    }

    Map<String, Object> of(ServerHttpRequest request) {
        Language language = LanguageResolver.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("language", language);
        model.put("location", PageLocation.of(request, language, site));
        attributes.forEach(attribute -> model.put(attribute.name(), attribute.value(request)));
        return model;
    }
}
