package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.FormTokens;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.net.URI;

/**
 * Leads whoever isn't signed in to the desk's door, and back to the page afterwards; gives whoever
 * was signed out over a form that form back; tells whoever is signed in that a page is not for
 * their roles.
 */
@Component
class DeskEntrance implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        return wasHere(exchange.getRequest())
                ? FormTokens.giveBack(exchange)
                : Mono.fromRunnable(() -> lead(exchange.getRequest(), exchange.getResponse()));
    }

    /** Whether a form comes from a browser in which somebody was signed in: its token is good. */
    private static boolean wasHere(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && StaffSessions.wasIn(request)
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                        request.getHeaders().getContentType());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static void lead(ServerHttpRequest request, ServerHttpResponse response) {
        String path = request.getPath().pathWithinApplication().value();
        String back = request.getMethod() == HttpMethod.GET ? path : "";
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(
                        URI.create(
                                "/"
                                        + language(path).tag()
                                        + "/desk/sign-in"
                                        + WayBack.of(back).asQuery()));
    }

    /** In which a page of the desk is asked for. */
    static Language language(ServerHttpRequest request) {
        return language(request.getPath().pathWithinApplication().value());
    }

    private static Language language(String path) {
        return path.startsWith("/ja/") ? Language.JA : Language.EN;
    }
}
