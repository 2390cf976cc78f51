package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

import java.util.Map;

/**
 * Renders what isn't a page: mails and papers. It blocks where a template is read for the first
 * time, so it belongs on a scheduler for blocking work.
 */
@Component
public class Templates {

    private final ISpringWebFluxTemplateEngine engine;
    private final Formats formats;
    private final Organisation organisation;

    Templates(ISpringWebFluxTemplateEngine engine, Formats formats, Organisation organisation) {
        this.engine = engine;
        this.formats = formats;
        this.organisation = organisation;
    }

    /**
     * @param template below templates/, without an ending for HTML and with {@code .txt} for text
     * @param model beside it, a template sees {@code language}, {@code organisation} and {@code
     *     formats}; beans it sees none, because unescaped text must not reach them
     * @return without {@link Formats#UNPARTED}, which the fonts of papers and of old mail programs
     *     lack
     */
    public String render(String template, Language language, Map<String, Object> model) {
        Context context = new Context(language.locale(), model);
        context.setVariable("language", language);
        context.setVariable("organisation", organisation);
        context.setVariable("formats", formats);
        return engine.process(template, context).replace(Formats.UNPARTED, "");
    }
}
