package org.lfnkr.zabuton.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.stream.Stream;

/** Whoever asks what can be done at an address is told, and nothing is done. */
@ModuleTest
class MethodsPageTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort int port;

    @Test
    void everyAddressSaysWhichMethodsItTakes() {
        assertThat(routes())
                .hasSizeGreaterThan(80)
                .anySatisfy(route -> assertThat(route.path()).startsWith("/en/posters/"))
                .allSatisfy(this::assertSaid);
    }

    @Test
    void filesSayTheSame() {
        assertSaid(new Route(HttpMethod.GET, "/favicon.ico"));
    }

    @Test
    void whatIsNotThereSaysNothing() {
        assertThat(options("/en/nowhere", HttpHeaders.EMPTY).getStatus().value()).isEqualTo(404);
    }

    /** No form of ours sends these, so none has expired: the caller is told what is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void whatNoAddressTakesIsRefusedByNamingWhatItTakes(String method) {
        HttpMethod other = HttpMethod.valueOf(method);

        assertThat(routes()).allSatisfy(route -> assertRefused(other, route));
        assertRefused(other, new Route(HttpMethod.GET, "/favicon.ico"));
        assertThat(ask(other, "/en/nowhere", HttpHeaders.EMPTY).getStatus().value()).isEqualTo(404);
    }

    private void assertRefused(HttpMethod method, Route route) {
        EntityExchangeResult<byte[]> answer = ask(method, route.path(), HttpHeaders.EMPTY);
        assertThat(answer.getStatus().value()).as(route.toString()).isEqualTo(405);
        assertThat(answer.getResponseHeaders().getAllow())
                .as(route.toString())
                .contains(route.method())
                .doesNotContain(method);
    }

    /** No other site may call from a browser, see {@link SecurityHeaders}. */
    @Test
    void anotherSiteIsNotLetIn() {
        HttpHeaders preflight = new HttpHeaders();
        preflight.setOrigin("https://example.org");
        preflight.setAccessControlRequestMethod(HttpMethod.POST);

        HttpHeaders answer = options("/en/orders", preflight).getResponseHeaders();

        assertThat(answer.getAccessControlAllowOrigin()).isNull();
        assertThat(answer.getAccessControlAllowMethods()).isEmpty();
    }

    private void assertSaid(Route route) {
        EntityExchangeResult<byte[]> answer = options(route.path(), HttpHeaders.EMPTY);
        assertThat(answer.getStatus().value()).as(route.toString()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getAllow())
                .as(route.toString())
                .contains(route.method(), HttpMethod.OPTIONS);
        assertThat(answer.getResponseBody()).isNull();
    }

    private EntityExchangeResult<byte[]> options(String path, HttpHeaders headers) {
        return ask(HttpMethod.OPTIONS, path, headers);
    }

    private EntityExchangeResult<byte[]> ask(HttpMethod method, String path, HttpHeaders headers) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .method(method)
                .uri(path)
                .headers(all -> all.addAll(headers))
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** An address with a method. */
    private record Route(HttpMethod method, String path) {}

    /** The desk shows nothing without an account, not even that. */
    private List<Route> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(MethodsPageTests::routes)
                .filter(route -> !route.path().startsWith("/en/desk"))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .map(path -> path.replaceFirst("\\{lang[^}]*}", "en"))
                .map(path -> path.replaceAll("\\{\\w+:([a-z]+)\\|[^}]*}", "$1"))
                .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                .flatMap(
                        path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Route(method.asHttpMethod(), path)));
    }
}
