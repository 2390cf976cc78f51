package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.PageAttribute;
import org.lfnkr.zabuton.web.Site;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the layout of every page needs: {@code language}, {@code location}, and the modules' own.
 */
@Component
public class PageModel {

    private final Site site;
    private final PageFinder pages;
    private final List<PageAttribute> attributes;

    PageModel(Site site, PageFinder pages, List<PageAttribute> attributes) {
        this.site = site;
        this.pages = pages;
        this.attributes = attributes;
    }

    /** What the layout of this page needs, by name. */
    public Map<String, Object> of(ServerHttpRequest request) {
        return of(request, "");
    }

    /**
     * @param claimed the page that a form says to be on, or empty
     */
    Map<String, Object> of(ServerHttpRequest request, String claimed) {
        Language language = LanguageResolver.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("language", language);
        model.put("location", PageLocation.of(page(request, claimed), language, site));
        attributes.forEach(attribute -> model.put(attribute.name(), attribute.value(request)));
        return model;
    }

    private String page(ServerHttpRequest request, String claimed) {
        return pages.pageOf(request, claimed)
                .orElseGet(() -> request.getPath().pathWithinApplication().value());
    }
}
