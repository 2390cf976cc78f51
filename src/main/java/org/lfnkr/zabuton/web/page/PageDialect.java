package org.lfnkr.zabuton.web.page;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import java.util.Set;

/** Has every page and mail pass the {@link FormFiller} and the {@link FullStops}. */
@Component
class PageDialect extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 1000;

    PageDialect() {
        super("pages");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(
                new PostProcessor(TemplateMode.HTML, FormFiller.class, LAST),
                new PostProcessor(TemplateMode.HTML, FullStops.class, LAST + 1));
    }
}
