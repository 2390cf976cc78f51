package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who says aloud what a link or a button reads must press it, whatever its longer name is. */
class LabelsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PRESSED = Pattern.compile("<(a|button|summary)\\b[^>]*>");
    private static final Pattern TEXT = Pattern.compile("th:text=\"#\\{([\\w.-]+)");
    private static final Pattern NAME = Pattern.compile("aria-label=#\\{([\\w.-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void theNameOfWhatIsPressedHasTheWordsThatAreSeen(String language) throws IOException {
        Properties words = words(language);
        List<String> named = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String tag : tags()) {
            String text = first(TEXT, tag);
            String name = first(NAME, tag);
            if (!text.isEmpty() && !name.isEmpty()) {
                named.add(name);
                if (!said(words.getProperty(name)).contains(said(words.getProperty(text)))) {
                    wrong.add(name);
                }
            }
        }
        assertThat(named).contains("banking.rules.end.of");
        assertThat(wrong).isEmpty();
    }

    private static List<String> tags() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("templates", ".html")) {
            PRESSED.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(found::add);
        }
        return found;
    }

    private static Properties words(String language) throws IOException {
        Properties all = new Properties();
        for (Path file : files("messages", "_" + language + ".properties")) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            }
        }
        return all;
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static String first(Pattern pattern, String tag) {
        return pattern.matcher(tag).results().findFirst().map(it -> it.group(1)).orElse("");
    }

    private static String said(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
