package org.lfnkr.zabuton.shipping.web;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ModuleTest
class PostalCodePageTests {

    @LocalServerPort int port;

    @Test
    void answersTheTownsOfACode() {
        get("/ja/postal-codes/104-0061")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Cache-Control", "max-age=86400, public")
                .expectBody()
                .json(
                        """
                        [{"prefectureCode": "13", "prefecture": "東京都", "city": "中央区",
                          "town": "銀座"}]
                        """);
    }

    @Test
    void answersEveryTownOfACodeThatSpansPrefectures() {
        get("/en/postal-codes/6180000").expectBody().jsonPath("$.length()").isEqualTo(2);
    }

    @Test
    void answersNoTownForAnUnknownCode() {
        get("/en/postal-codes/0000000").expectStatus().isOk().expectBody().json("[]");
    }

    private ResponseSpec get(String path) {
        String origin = "http://localhost:" + port;
        return WebTestClient.bindToServer().baseUrl(origin).build().get().uri(path).exchange();
    }
}
