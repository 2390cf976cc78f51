package org.lfnkr.zabuton.web.page;

import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IText;

/**
 * Takes the space away that a template leaves after a sentence: English needs it there, but a
 * Japanese stop, comma or closing bracket brings its own. Thymeleaf makes one for each page.
 */
public final class FullStops extends AbstractTemplateHandler {

    private static final String STOPS = "。、！？：」』）";

    private boolean stopped;

    /** Called by Thymeleaf. */
    public FullStops() {}

    @Override
    public void handleText(IText text) {
        String words = led(text.getText());
        String bare = words.stripTrailing();
        String kept = isStopped(bare) ? bare : words;
        super.handleText(getContext().getModelFactory().createText(kept));
        stopped = kept.isEmpty() ? stopped : isStopped(kept);
    }

    private static boolean isStopped(String words) {
        return !words.isEmpty() && STOPS.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private String led(String words) {
        return stopped ? words.stripLeading() : words;
    }
}
