package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.FormTokens;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.http.HttpHeaders;
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
        if (!wasHere(exchange.getRequest())) {
            return lead(exchange);
        }
        return isOf(exchange.getRequest(), MediaType.APPLICATION_FORM_URLENCODED)
                ? FormTokens.giveBack(exchange)
                : FormTokens.giveBackParts(exchange);
    }

    /**
     * Whether a form comes from a browser in which somebody was signed in: its token is good. One
     * with a file has come so far only if its session is known ({@link StrangersBringNothing}).
     */
    private static boolean wasHere(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && StaffSessions.wasIn(request)
                && (isOf(request, MediaType.APPLICATION_FORM_URLENCODED)
                        || isOf(request, MediaType.MULTIPART_FORM_DATA));
    }

    private static boolean isOf(ServerHttpRequest request, MediaType type) {
        return type.isCompatibleWith(request.getHeaders().getContentType());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** To the door, which knows where they were, and whether something that they sent is lost. */
    Mono<Void> lead(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> lead(exchange.getRequest(), exchange.getResponse()));
    }

    private static void lead(ServerHttpRequest request, ServerHttpResponse response) {
        boolean sent = request.getMethod() == HttpMethod.POST;
        String back = sent ? shown(request) : address(request.getURI());
        String door = "/" + language(request).tag() + "/desk/sign-in" + WayBack.of(back).asQuery();
        String unsaved = (door.contains("?") ? "&" : "?") + DeskSignInController.UNSAVED;
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(URI.create(sent ? door + unsaved : door));
    }

    /** The page that a form stood on, as the browser says; empty where it says nothing. */
    private static String shown(ServerHttpRequest request) {
        try {
            String page = request.getHeaders().getFirst(HttpHeaders.REFERER);
            return page == null ? "" : address(URI.create(page));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static String address(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** In which a page of the desk is asked for. */
    static Language language(ServerHttpRequest request) {
        return language(request.getPath().pathWithinApplication().value());
    }

    private static Language language(String path) {
        return path.startsWith("/ja/") ? Language.JA : Language.EN;
    }
}
