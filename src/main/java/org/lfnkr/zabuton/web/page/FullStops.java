package org.lfnkr.zabuton.web.page;

import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IText;

import java.util.regex.Pattern;

/**
 * Takes the space away that a template leaves after a sentence: English needs it there, but a
 * Japanese stop, comma or closing bracket brings its own. Thymeleaf makes one for each page.
 */
public final class FullStops extends AbstractTemplateHandler {

    private static final Pattern SPACE = Pattern.compile("(?<=[。、！？：」』）])\\s+$");
    private static final Pattern STOP = Pattern.compile("[。、！？：」』）]$");

    private boolean stopped;

    /** Called by Thymeleaf. */
    public FullStops() {}

    @Override
    public void handleText(IText text) {
        String kept = SPACE.matcher(led(text.getText())).replaceFirst("");
        super.handleText(getContext().getModelFactory().createText(kept));
        stopped = kept.isEmpty() ? stopped : STOP.matcher(kept).find();
    }

    private String led(String words) {
        return stopped ? words.stripLeading() : words;
    }
}
