package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

import java.util.Map;

/**
 * Renders what isn't a page: mails and papers. It blocks where a template is read for the first
 * time, so it belongs on a scheduler for blocking work.
 */
@Component
public class Templates {

    private final ISpringWebFluxTemplateEngine engine;
    private final ApplicationContext beans;
    private final Organisation organisation;

    Templates(
            ISpringWebFluxTemplateEngine engine,
            ApplicationContext beans,
            Organisation organisation) {
        this.engine = engine;
        this.beans = beans;
        this.organisation = organisation;
    }

    /**
     * @param template below templates/, without an ending for HTML and with {@code .txt} for text
     * @param model beside it, a template sees {@code language} and {@code organisation}
     */
    public String render(String template, Language language, Map<String, Object> model) {
        Context context = new Context(language.locale(), model);
        context.setVariable("language", language);
        context.setVariable("organisation", organisation);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return engine.process(template, context);
    }
}
