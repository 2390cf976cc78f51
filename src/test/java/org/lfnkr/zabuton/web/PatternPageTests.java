package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.time.Duration;
import java.util.Objects;

@ModuleTest
class PatternPageTests {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void showsEveryPartWithoutInlineScriptOrStyle(String language) {
        assertThat(page(language))
                .startsWith("<!doctype html>")
                .contains("<html lang=\"%s\"".formatted(language))
                .contains("class=\"field\"", "class=\"card\"", "class=\"breakdown\"")
                .contains("class=\"timeline\"", "class=\"stitches\"", "class=\"error-summary\"")
                .doesNotContain("style=", "<style", "onclick", "th:", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void saysInTheTitleThatAFormFailed(String language) {
        assertThat(page(language)).containsPattern("<title>(Error|エラー): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void tiesAnErrorToItsField(String language) {
        assertThat(page(language))
                .contains("aria-describedby=\"postalCode-hint postalCode-error\"")
                .contains("href=\"#postalCode\"", "id=\"postalCode-error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void leadsToTheSamePageInTheOtherLanguage(String language) {
        String other = language.equals("en") ? "ja" : "en";
        assertThat(page(language)).contains("href=\"/%s/patterns\"".formatted(other));
    }

    private String page(String language) {
        String body =
                WebTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .responseTimeout(Duration.ofMinutes(1))
                        .build()
                        .get()
                        .uri("/{language}/patterns", language)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(body);
    }
}
