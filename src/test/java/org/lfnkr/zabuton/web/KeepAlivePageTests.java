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
            for (int i = 0; i < PAGES; i++) {
                assertThat(status(browser, "/en/give")).isEqualTo(200);
                assertThat(status(browser, "/en/me")).isEqualTo(303);
            }
        }
    }

    private int status(HttpClient browser, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(site.origin().resolve(path)).timeout(PATIENCE).build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
