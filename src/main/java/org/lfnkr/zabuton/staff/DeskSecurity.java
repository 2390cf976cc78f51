package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.FormTokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UserDetailsRepositoryReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import reactor.core.publisher.Mono;

import java.util.stream.Stream;

/**
 * A name and a password over TLS, asked by the browser. Enough to stop an attack at night; not
 * enough for a whole back office, which will want a second factor.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffProperties.class)
class DeskSecurity {

    private static final String[] ALL =
            Stream.of(Right.values()).map(Right::name).toArray(String[]::new);

    private static final String DESK = "/{lang}/desk/**";

    @Bean
    @Order(1)
    SecurityWebFilterChain desk(ServerHttpSecurity http, StaffProperties staff, DeskDoor door) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(DESK))
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(door))
                .authenticationManager(passwords(staff))
                .httpBasic(Customizer.withDefaults())
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(FormTokens.cookie())
                                        .accessDeniedHandler(FormTokens.stale()))
                .headers(HeaderSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    private static ReactiveAuthenticationManager passwords(StaffProperties staff) {
        if (staff.accounts().isEmpty()) {
            return nobody -> Mono.empty();
        }
        var manager = new UserDetailsRepositoryReactiveAuthenticationManager(accounts(staff));
        manager.setPasswordEncoder(new BCryptPasswordEncoder());
        return manager;
    }

    private static MapReactiveUserDetailsService accounts(StaffProperties staff) {
        return new MapReactiveUserDetailsService(
                staff.accounts().entrySet().stream()
                        .map(account -> account(account.getKey(), account.getValue()))
                        .toList());
    }

    private static UserDetails account(String name, String hash) {
        return User.withUsername(name).password(hash).authorities(ALL).build();
    }
}
