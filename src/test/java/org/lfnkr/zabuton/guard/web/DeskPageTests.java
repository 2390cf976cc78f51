package org.lfnkr.zabuton.guard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ModuleTest
class DeskPageTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)");

    @LocalServerPort int port;
    @Autowired Guard guard;

    @AfterEach
    void restore() {
        Await.done(guard.set(Gate.GIVE, GateMode.WATCHFUL, "test"));
    }

    @Test
    void nobodyComesToTheDeskWithoutAnAccount() {
        client("").get().uri("/en/desk/gates").exchange().expectStatus().isUnauthorized();
        client("guess").get().uri("/en/desk/gates").exchange().expectStatus().isUnauthorized();
        client("").get().uri("/en/desk/anything").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void anAccountOfStaffIsNoMember() {
        client("development")
                .get()
                .uri("/en/me")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, "/en/sign-in.*");
    }

    @Test
    void staffCloseTheGateByAForm() {
        ResponseSpec page = client("development").get().uri("/ja/desk/gates").exchange();
        String cookie =
                Objects.requireNonNull(
                                page.returnResult(Void.class)
                                        .getResponseCookies()
                                        .getFirst("__Host-form"))
                        .getValue();

        post(cookie, token(cookie)).expectStatus().isSeeOther();
        assertThat(Await.value(guard.gates().next()).mode()).isEqualTo(GateMode.CLOSED);
    }

    @Test
    void aFormWithoutTokenChangesNothing() {
        post("none", "none").expectStatus().isForbidden();
        assertThat(Await.value(guard.gates().next()).mode()).isEqualTo(GateMode.WATCHFUL);
    }

    private ResponseSpec post(String cookie, String token) {
        return client("development")
                .post()
                .uri("/ja/desk/gates/GIVE")
                .cookie("__Host-form", cookie)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("mode=CLOSED&_csrf=" + token)
                .exchange();
    }

    private String token(String cookie) {
        String page =
                client("development")
                        .get()
                        .uri("/ja/desk/gates")
                        .cookie("__Host-form", cookie)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        Matcher token = TOKEN.matcher(Objects.requireNonNull(page));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private WebTestClient client(String password) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(
                        headers -> {
                            if (!password.isEmpty()) {
                                headers.setBasicAuth("desk", password);
                            }
                        })
                .build();
    }
}
