package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Anybody;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Lets through who has the right that a handler says it needs. One that says nothing opens for
 * nobody; where there is no handler, whoever is signed in learns that there is nothing.
 */
@Component
class DeskDoor implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** The exchange's attribute that tells who came in. */
    static final String STAFF = "org.lfnkr.zabuton.staff";

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    DeskDoor(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> visitor, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        return visitor.filter(Authentication::isAuthenticated)
                .doOnNext(staff -> exchange.getAttributes().put(STAFF, staff))
                .flatMap(
                        staff -> handler(exchange).map(it -> opens(it, staff)).defaultIfEmpty(true))
                .switchIfEmpty(handler(exchange).map(DeskDoor::isForAnybody))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    /** Empty where the framework is about to say that there is none. */
    private Mono<HandlerMethod> handler(ServerWebExchange exchange) {
        return handlers.getObject()
                .getHandler(exchange)
                .ofType(HandlerMethod.class)
                .onErrorComplete(ErrorResponseException.class)
                .onErrorComplete(ResponseStatusException.class);
    }

    /** Whether this handler is for somebody who is signed in. */
    static boolean opens(HandlerMethod handler, Authentication staff) {
        return isForAnybody(handler)
                || needs(handler).filter(right -> has(staff, right)).isPresent();
    }

    static boolean isForAnybody(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Anybody.class);
    }

    private static boolean has(Authentication staff, Right right) {
        return staff.getAuthorities().stream()
                .anyMatch(authority -> right.name().equals(authority.getAuthority()));
    }

    /** The handler's own word goes before its controller's. */
    static Optional<Right> needs(HandlerMethod handler) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(
                                handler.getMethod(), Needs.class))
                .or(
                        () ->
                                Optional.ofNullable(
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                handler.getBeanType(), Needs.class)))
                .map(Needs::value);
    }
}
