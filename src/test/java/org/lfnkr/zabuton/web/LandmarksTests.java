package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever goes from landmark to landmark meets none twice under one name. */
class LandmarksTests {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    private static final Pattern SECTION =
            Pattern.compile(
                    "<section[^>]*aria-labelledby=\"([\\w-]+)\".*?<h2 id=\"\\1\" th:text=\"(#\\{[^}]*})\"",
                    Pattern.DOTALL);

    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"(\\w+)\\b(?!-)");

    private static final Pattern GROUPED_FIGURE =
            Pattern.compile(
                    "<figure[^>]*role=[^>]*>(?:(?!</figure>).)*<figcaption", Pattern.DOTALL);

    private static final Pattern BEAN_OUT_OF_REACH =
            Pattern.compile("th:(?:replace|insert|attr)=\"[^\"]*\\$\\{[^}\"]*@\\w");

    /** Thymeleaf refuses beans there, and says so only when the page is shown. */
    @Test
    void noFragmentIsCalledWithABean() throws IOException {
        try (Stream<Path> all = pages()) {
            assertThat(all).noneMatch(page -> BEAN_OUT_OF_REACH.matcher(read(page)).find());
        }
    }

    @Test
    void noRegionIsCalledAsItsSection() throws IOException {
        try (Stream<Path> all = pages()) {
            assertThat(all).noneMatch(page -> repeatsItsSection(read(page)));
        }
    }

    /** HTML gives a figure with a caption no other role than its own. */
    @Test
    void noFigureWithACaptionIsSomethingElse() throws IOException {
        try (Stream<Path> all = pages()) {
            assertThat(all).noneMatch(page -> GROUPED_FIGURE.matcher(read(page)).find());
        }
    }

    /** Thymeleaf takes all elements of that name for the fragment as well. */
    @Test
    void noFragmentIsCalledAsAnotherElement() throws IOException {
        try (Stream<Path> all = pages()) {
            assertThat(all).noneMatch(page -> isAlsoAnElement(read(page)));
        }
    }

    private static boolean isAlsoAnElement(String html) {
        return FRAGMENT.matcher(html).results().anyMatch(it -> count(html, it.group(1)) > 1);
    }

    private static long count(String html, String element) {
        return Pattern.compile("<" + element + "\\b(?!-)").matcher(html).results().count();
    }

    private static boolean repeatsItsSection(String html) {
        return SECTION.matcher(html)
                .results()
                .anyMatch(
                        it ->
                                html.contains(
                                                "role=\"region\" aria-labelledby=\""
                                                        + it.group(1)
                                                        + '"')
                                        || html.contains(
                                                "role=\"region\" th:attr=\"aria-label="
                                                        + it.group(2)));
    }

    private static Stream<Path> pages() throws IOException {
        return Files.walk(TEMPLATES).filter(it -> it.toString().endsWith(".html"));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
