package org.lfnkr.zabuton.web.page;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

import reactor.core.publisher.Mono;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

    /** Asked for at these addresses by whatever reads no page. */
    private static final String[] ICONS = {"/favicon.ico", "/apple-touch-icon.png"};

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Built files have hashed names, so they never change; the compressed form lies beside each.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler(ICONS)
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(DAY).cachePublic());
    }

    @Bean
    PublicRoutes iconRoutes() {
        return PublicRoutes.get(ICONS);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new LanguageArgument());
    }

    /** Messages follow the language of the address. */
    @Bean
    LocaleContextResolver localeContextResolver() {
        return new AddressLocale();
    }

    private static final class LanguageArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Language.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return Mono.just(LanguageResolver.of(exchange.getRequest()));
        }
    }

    private static final class AddressLocale implements LocaleContextResolver {

        @Override
        public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
            return new SimpleLocaleContext(LanguageResolver.of(exchange.getRequest()).locale());
        }

        @Override
        public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
            throw new UnsupportedOperationException("The address tells the language");
        }
    }
}
