package org.lfnkr.zabuton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

@ModuleTest
class PicturePageTests {

    @LocalServerPort int port;

    @Test
    void showsEachColourOfAProduct() {
        String indigo = body(get("/pictures/knit-cushion-indigo.svg"));
        String moss = body(get("/pictures/knit-cushion-moss.svg"));

        assertThat(indigo).startsWith("<svg").endsWith("</svg>").isNotEqualTo(moss);
    }

    @Test
    void isDrawnForAProductWithAHyphenInItsName() {
        get("/pictures/knit-cushion-pair-wool.svg")
                .expectHeader()
                .contentType("image/svg+xml;charset=UTF-8")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=86400, public");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        FluxExchangeResult<String> first =
                get("/pictures/wooden-cross-walnut.svg").returnResult(String.class);
        String version = Objects.requireNonNull(first.getResponseHeaders().getETag());

        get("/pictures/wooden-cross-walnut.svg", HttpHeaders.IF_NONE_MATCH, version)
                .expectStatus()
                .isNotModified();
    }

    /** With the plain client of the JDK: the other one unpacks, and hides that it did. */
    @Test
    void leavesCompressedForWhoCanReadThat() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin() + "/pictures/knit-hat-wool.svg"))
                        .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip")
                        .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());

            assertThat(answer.headers().map()).containsEntry("content-encoding", List.of("gzip"));
            assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), UTF_8))
                    .startsWith("<svg");
        }
    }

    @Test
    void isMissingForWhatNobodySells() {
        get("/pictures/knit-cushion-walnut.svg").expectStatus().isNotFound();
        get("/pictures/indigo.svg").expectStatus().isNotFound();
    }

    private ResponseSpec get(String path) {
        return get(path, HttpHeaders.ACCEPT, "*/*");
    }

    private ResponseSpec get(String path, String header, String value) {
        return WebTestClient.bindToServer()
                .baseUrl(origin())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1_000_000))
                .build()
                .get()
                .uri(path)
                .header(header, value)
                .exchange();
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private static String body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
