package org.lfnkr.zabuton.web.errors;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.FormTokens.SignedOut;
import org.lfnkr.zabuton.web.page.LanguageResolver;
import org.lfnkr.zabuton.web.page.PageModel;
import org.lfnkr.zabuton.web.server.Crowd;
import org.lfnkr.zabuton.web.server.Crowded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The page for whatever went wrong: in the reader's language, with what happened to their money and
 * a reference. It asks nothing of the database, so it works while that is down.
 */
@Component
@Order(-2)
public class ErrorPage implements ErrorWebExceptionHandler {

    /** One that begins otherwise, with two slashes, would be somebody else's. */
    private static final Pattern OURS = Pattern.compile("/(en|ja)/.*");

    private static final Pattern DESK = Pattern.compile("/(en|ja)/desk(/.*)?");

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private static final String ANSWERED = "Status and headers already sent";

    private final ObjectProvider<ViewResolver> views;
    private final PageModel model;

    ErrorPage(ObjectProvider<ViewResolver> views, PageModel model) {
        this.views = views;
        this.model = model;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (isAnswered(error) || error instanceof AbortedException) {
            return Mono.empty();
        }
        return exchange.getResponse().isCommitted()
                ? Mono.error(error)
                : write(exchange, error).onErrorResume(ErrorPage::isAnswered, late -> Mono.empty());
    }

    /** The server has refused the request by itself, for a broken body, while we answered it. */
    private static boolean isAnswered(Throwable error) {
        return error instanceof IllegalStateException && ANSWERED.equals(error.getMessage());
    }

    /** Answers with the page for this error. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        boolean atDesk = DESK.matcher(exchange.getRequest().getPath().value()).matches();
        ErrorKind kind = ErrorKind.of(error);
        String reference = reference();
        log(kind, reference, error);
        exchange.getResponse().setStatusCode(kind.status());
        if (error instanceof MethodNotAllowedException refused) {
            exchange.getResponse().getHeaders().setAllow(refused.getSupportedMethods());
        }
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Map<String, Object> page = new HashMap<>(model.of(exchange.getRequest()));
        page.put("kind", kind.key(atDesk));
        page.put("reference", reference);
        page.put("atDesk", atDesk);
        String address = address(exchange.getRequest().getURI());
        if (form(exchange, error) instanceof Map<?, ?> form && OURS.matcher(address).matches()) {
            page.put("again", form);
            page.put("address", address);
            page.put("files", error instanceof SignedOut out ? out.files() : Map.of());
        }
        // A page that failed half-way leaves its variables in the exchange's attributes.
        exchange.getAttributes().remove("form");
        return render(exchange, page);
    }

    private static String address(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    /** What is given back to be sent again; null where nothing is. */
    private static @Nullable Object form(ServerWebExchange exchange, Throwable error) {
        if (error instanceof SignedOut out) {
            return out.form();
        }
        return error instanceof Crowded ? exchange.getAttribute(Crowd.FORM) : null;
    }

    private Mono<Void> render(ServerWebExchange exchange, Map<String, Object> page) {
        Language language = LanguageResolver.of(exchange.getRequest());
        return views.orderedStream()
                .findFirst()
                .orElseThrow()
                .resolveViewName("web/error", language.locale())
                .flatMap(view -> view.render(page, MediaType.TEXT_HTML, exchange));
    }

    private static void log(ErrorKind kind, String reference, Throwable error) {
        switch (kind) {
            case BROKEN -> LOG.error("Error {}", reference, error);
            case UNAVAILABLE -> LOG.warn("Error {}: {}", reference, error.getClass().getName());
            default -> LOG.debug("Error {}: {}", reference, kind);
        }
    }

    private static String reference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
