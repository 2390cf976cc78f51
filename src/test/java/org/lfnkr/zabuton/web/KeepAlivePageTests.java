package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

@ModuleTest
class KeepAlivePageTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAGES = 60;

    @Autowired Site site;

    /** A page that takes a while, and what is answered at once, as fast as a browser asks. */
    @Test
    void aConnectionCarriesOnePageAfterAnother() throws IOException, InterruptedException {
        try (HttpClient browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Set<String> connections = new HashSet<>();
            for (int i = 0; i < PAGES; i++) {
                connections.add(connection(browser, "/en/give", 200));
                connections.add(connection(browser, "/en/me", 303));
            }
            assertThat(connections).hasSize(1);
        }
    }

    /** By which an answer with this status came. */
    private String connection(HttpClient browser, String path, int status)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(site.origin().resolve(path)).timeout(PATIENCE).build();
        HttpResponse<Void> answer = browser.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.connectionLabel().orElseThrow();
    }
}
