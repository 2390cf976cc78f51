package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.web.FormTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Whoever has a session of the staff comes in, and opens what their roles open. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    private static final String DESK = "/{lang}/desk/**";

    @Bean
    @Order(1)
    SecurityWebFilterChain desk(
            ServerHttpSecurity http,
            DeskContexts contexts,
            StaffSessions sessions,
            DeskDoor door,
            DeskEntrance entrance) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(DESK))
                .addFilterBefore(
                        new StrangersBringNothing(contexts, sessions, entrance),
                        SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(door))
                .securityContextRepository(contexts)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(entrance)
                                        .accessDeniedHandler(entrance))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(FormTokens.cookie())
                                        .csrfTokenRequestHandler(tokens())
                                        .accessDeniedHandler(FormTokens.stale()))
                .headers(HeaderSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    /** Forms that bring a file carry their token as a part. */
    private static XorServerCsrfTokenRequestAttributeHandler tokens() {
        XorServerCsrfTokenRequestAttributeHandler tokens =
                new XorServerCsrfTokenRequestAttributeHandler();
        tokens.setTokenFromMultipartDataEnabled(true);
        return tokens;
    }
}
