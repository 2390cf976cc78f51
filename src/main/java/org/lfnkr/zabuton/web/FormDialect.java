package org.lfnkr.zabuton.web;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import java.util.Set;

/** Has every page pass the {@link FormFiller}. */
@Component
class FormDialect extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 1000;

    FormDialect() {
        super("forms");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, FormFiller.class, LAST));
    }
}
