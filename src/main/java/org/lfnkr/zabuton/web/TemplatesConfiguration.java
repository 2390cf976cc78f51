package org.lfnkr.zabuton.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;

import java.util.Set;

@Configuration(proxyBeanMethods = false)
class TemplatesConfiguration {

    /** In place of the framework's, with the same settings. */
    @Bean
    PageEngine templateEngine(
            ThymeleafProperties properties,
            ObjectProvider<ITemplateResolver> resolvers,
            ObjectProvider<IDialect> dialects) {
        PageEngine engine = new PageEngine();
        engine.setEnableSpringELCompiler(properties.isEnableSpringElCompiler());
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        dialects.orderedStream().forEach(engine::addDialect);
        return engine;
    }

    /** Templates of plain text, asked before the one for HTML, which takes any name. */
    @Bean
    SpringResourceTemplateResolver textTemplateResolver(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.setResolvablePatterns(Set.of("*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(0);
        return resolver;
    }
}
