package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.result.view.Rendering;

/** A page about to be rendered, whose model may lack things. */
public final class Page {

    private final Rendering.Builder<?> view;

    private Page(String template) {
        this.view = Rendering.view(template);
    }

    /**
     * @param template below templates/, without ending
     */
    public static Page of(String template) {
        return new Page(template);
    }

    /** Null is left out; the template sees null all the same. */
    public Page with(String name, @Nullable Object value) {
        if (value != null) {
            view.modelAttribute(name, value);
        }
        return this;
    }

    public Rendering rendering() {
        return view.build();
    }
}
