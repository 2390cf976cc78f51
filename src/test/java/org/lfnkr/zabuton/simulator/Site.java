package org.lfnkr.zabuton.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Everything under the simulator's address: the API and the pages. */
record Site(Api api, List<PageRoute> pages) {

    Reply answer(Request request) {
        return request.path().startsWith("/v1/")
                ? api.answer(request)
                : page(request)
                        .with("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    }

    static Reply stylesheet() {
        try (InputStream in = Site.class.getResourceAsStream("/simulator/simulator.css")) {
            return Reply.css(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply page(Request request) {
        try {
            return pages.stream()
                    .flatMap(page -> page.answer(request).stream())
                    .findFirst()
                    .orElseGet(() -> sorry(404, "There is no such page"));
        } catch (StripeError error) {
            return sorry(error.status, String.valueOf(error.getMessage()));
        }
    }

    private static Reply sorry(int status, String message) {
        String body =
                "<h1>"
                        + Html.text(message)
                        + "</h1><p>"
                        + Html.link("/", "To the dashboard")
                        + "</p>";
        return Reply.html(
                status, Html.page("en", "narrow", Html.text(message), "Stripe simulator", body));
    }
}
