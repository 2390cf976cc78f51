package org.lfnkr.zabuton.web.security;

import org.lfnkr.zabuton.web.FormTokens;
import org.lfnkr.zabuton.web.MemberRoutes;
import org.lfnkr.zabuton.web.OwnForms;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.lfnkr.zabuton.web.errors.ErrorPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec.Access;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.stream.Stream;

/** Deny unless a module allowed it; every form carries a token, but for {@link OwnForms}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Machines call these and sign what they say, so they carry no form token. */
    private static final String WEBHOOKS = "/webhooks/**";

    @Bean
    PublicRoutes shellRoutes() {
        return PublicRoutes.get("/", "/assets/**", "/robots.txt", "/actuator/health/**");
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            List<PublicRoutes> open,
            List<MemberRoutes> members,
            MemberContexts contexts,
            Entrance entrance,
            List<OwnForms> own,
            SameSite sameSite,
            ObjectProvider<HandlerMapping> mappings) {
        return http.addFilterBefore(new TakenMethods(mappings), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(exchanges -> allow(exchanges, open, members))
                .securityContextRepository(contexts)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(FormTokens.cookie())
                                        .csrfTokenRequestHandler(new FormTokenHandler())
                                        .accessDeniedHandler(FormTokens.stale())
                                        .requireCsrfProtectionMatcher(forms(own, sameSite)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(entrance)
                                        .accessDeniedHandler(entrance))
                .headers(HeaderSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    /** Nobody signs in by a password of the framework's making. */
    @Bean
    ReactiveUserDetailsService noUsers() {
        return name -> Mono.empty();
    }

    /** An address that the firewall refuses gets the same kind of page as any other bad address. */
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses(ErrorPage page) {
        return (exchange, rejected) -> page.write(exchange, status(HttpStatus.BAD_REQUEST));
    }

    /**
     * Members' routes first: no pattern that is too wide opens one of them to everybody. Which
     * methods an address takes is told by the framework to whoever asks; no handler of ours does.
     */
    private static void allow(
            AuthorizeExchangeSpec exchanges, List<PublicRoutes> open, List<MemberRoutes> members) {
        exchanges.pathMatchers(HttpMethod.OPTIONS).permitAll();
        members.forEach(
                route ->
                        matching(exchanges, route.method(), route.patterns())
                                .forEach(Access::authenticated));
        open.forEach(
                route ->
                        matching(exchanges, route.method(), route.patterns())
                                .forEach(Access::permitAll));
        exchanges.anyExchange().denyAll();
    }

    private static Stream<Access> matching(
            AuthorizeExchangeSpec exchanges, HttpMethod method, List<String> patterns) {
        String[] all = patterns.toArray(String[]::new);
        Stream<HttpMethod> methods =
                method == HttpMethod.GET
                        ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        : Stream.of(method);
        return methods.map(each -> exchanges.pathMatchers(each, all));
    }

    private static ServerWebExchangeMatcher forms(List<OwnForms> own, SameSite sameSite) {
        ServerWebExchangeMatcher ours = new OrServerWebExchangeMatcher(matchers(own));
        return new AndServerWebExchangeMatcher(
                CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                new NegatedServerWebExchangeMatcher(
                        ServerWebExchangeMatchers.pathMatchers(WEBHOOKS)),
                new NegatedServerWebExchangeMatcher(
                        new AndServerWebExchangeMatcher(
                                ours, exchange -> fromHere(exchange, sameSite))));
    }

    private static List<ServerWebExchangeMatcher> matchers(List<OwnForms> own) {
        return own.stream().map(OwnForms::matcher).toList();
    }

    private static Mono<MatchResult> fromHere(ServerWebExchange exchange, SameSite sameSite) {
        return sameSite.isSaid(exchange.getRequest().getHeaders())
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    private static ResponseStatusException status(HttpStatus status) {
        return new ResponseStatusException(status);
    }
}
