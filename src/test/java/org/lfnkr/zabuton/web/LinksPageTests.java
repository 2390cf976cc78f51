package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows every link that can be reached from the home page. */
@ModuleTest
class LinksPageTests {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern HEADING = Pattern.compile("(?s)<h[1-6][^>]*>(.*?)</h[1-6]>");

    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAPageThatSaysNothingTwice(Language language) {
        Set<String> seen = new HashSet<>(Set.of("/" + language.tag()));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String page = read(waiting.pop());
            found(LINK, page).filter(seen::add).forEach(waiting::add);
        }

        assertThat(seen).hasSizeGreaterThan(20);
    }

    private String read(String path) {
        String page =
                WebTestClient.bindToServer()
                        .build()
                        .get()
                        .uri(URI.create("http://localhost:" + port + path))
                        .exchange()
                        .expectStatus()
                        .value(status -> assertThat(status).as(path).isIn(200, 302, 303))
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        List<String> headings = found(HEADING, Objects.requireNonNullElse(page, "")).toList();
        assertThat(headings).as(path).doesNotHaveDuplicates();
        return Objects.requireNonNullElse(page, "");
    }

    private static Stream<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> HtmlUtils.htmlUnescape(match.group(1)).strip());
    }
}
