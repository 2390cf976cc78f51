package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * Forms without a token are taken from our own pages, as the browser says, and from nowhere else.
 */
@ModuleTest
class OwnFormsPageTests {

    private static final String CART = "variant=00000000-0000-0000-0000-000000000001&quantity=1";

    @LocalServerPort int port;

    private HttpResponse<String> post(
            String path, String body, @Nullable String origin, @Nullable String site) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(here() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin.equals("here") ? here() : origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String here() {
        return "http://localhost:" + port;
    }

    @ParameterizedTest
    @CsvSource({
        "here, same-origin, true",
        "here, , true",
        ", same-origin, true",
        ", , false",
        "here, cross-site, false",
        "here, same-site, false",
        "here, none, false",
        "null, same-origin, false",
        "https://evil.example, , false",
        "https://evil.example, same-origin, false",
        ", cross-site, false",
    })
    void theBrowserMustSayThatTheFormIsOurs(
            @Nullable String origin, @Nullable String site, boolean taken) {
        HttpResponse<String> cart = post("/en/cart/lines", CART, origin, site);
        HttpResponse<String> give = post("/en/give", "frequency=once", origin, site);

        assertThat(cart.statusCode()).isIn(taken ? List.of(303) : List.of(403, 422));
        assertThat(sets(cart, "__Host-cart")).isEqualTo(taken);
        // What was answered is kept while the rest is asked for.
        assertThat(give.statusCode()).isIn(taken ? List.of(422) : List.of(403, 422));
        assertThat(sets(give, "__Host-give")).isEqualTo(taken);
    }

    private static boolean sets(HttpResponse<String> answer, String cookie) {
        List<String> set = answer.headers().allValues("Set-Cookie");
        assertThat(set).allMatch(it -> it.contains("SameSite=Lax") && it.contains("Secure"));
        return set.stream().anyMatch(it -> it.startsWith(cookie + "="));
    }

    @ParameterizedTest
    @CsvSource({"/en/sign-in", "/en/orders", "/en/gifts", "/en/give/separately"})
    void everyOtherFormNeedsItsToken(String path) {
        HttpResponse<String> answer = post(path, "email=a%40example.org", "here", "same-origin");
        boolean led = answer.headers().firstValue("Location").orElse("").contains("expired");
        assertThat(led || List.of(403, 422).contains(answer.statusCode())).isTrue();
        assertThat(sets(answer, "__Host-give") || sets(answer, "__Host-cart")).isFalse();
    }
}
