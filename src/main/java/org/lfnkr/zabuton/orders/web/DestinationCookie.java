package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.PageState;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/**
 * Where this browser's parcels go, as chosen in the cart or typed at the checkout. Every figure on
 * the way from the shelf to the order hangs on it, so all of them ask here.
 */
@Component
public class DestinationCookie implements PageState {

    private static final HostCookie COOKIE = new HostCookie("destination", Duration.ofDays(30));

    /** The chosen one, or Tokyo. */
    public Destination read(ServerHttpRequest request) {
        return chosen(request).orElse(Destination.japan(Prefecture.TOKYO));
    }

    Optional<Destination> chosen(ServerHttpRequest request) {
        return COOKIE.read(request).flatMap(Destination::of);
    }

    void write(ServerHttpResponse response, Destination destination) {
        COOKIE.write(response, destination.place());
    }

    @Override
    public String cookie() {
        return "__Host-destination";
    }

    /** A prefecture; who sends abroad is rare enough for pages of their own. */
    @Override
    public Optional<String> shared(String value) {
        Optional<Destination> chosen = Destination.of(value);
        return chosen.isPresent() && chosen.get().prefecture() == null
                ? Optional.empty()
                : Optional.of(chosen.map(Destination::place).orElse(""));
    }
}
