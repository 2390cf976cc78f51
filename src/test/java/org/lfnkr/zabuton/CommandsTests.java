package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents tell people to type names classes that are there. */
class CommandsTests {

    private static final Pattern MAIN_CLASS =
            Pattern.compile("spring-boot\\.run\\.main-class[=>]([\\w.]+)");
    private static final Pattern TEST_CLASS = Pattern.compile("-Dtest=(\\w+)");

    @Test
    void theShopStartsByNameBesideTheOthersThatCanBeRun() throws IOException {
        assertThat(named(Path.of("pom.xml"), MAIN_CLASS))
                .containsExactly(DevelopmentApplication.class.getName());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsRunIsThere(Path document) throws IOException {
        for (String name : named(document, MAIN_CLASS)) {
            assertThatCode(() -> Class.forName(name).getMethod("main", String[].class))
                    .as(name)
                    .doesNotThrowAnyException();
        }
        for (String name : named(document, TEST_CLASS)) {
            assertThat(testSources()).as(document.toString()).contains(name + ".java");
        }
    }

    private static List<Path> documents() {
        return List.of(
                Path.of("README.md"),
                Path.of("CONTRIBUTING.md"),
                Path.of("infra/bench/bench.mjs"),
                Path.of("infra/bench/README.md"),
                Path.of("infra/production/README.md"),
                Path.of("infra/production/UPGRADING.md"));
    }

    private static List<String> named(Path document, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static List<String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
