package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both languages say the same: the same keys, the same arguments, the same numbers. */
class MessagesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d,])\\d[\\d,]{2,}(?![\\d,])");

    static Stream<String> modules() throws IOException {
        return Files.list(FOLDER)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("_en.properties"))
                .map(name -> name.replace("_en.properties", ""))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesHaveTheSameKeys(String module) throws IOException {
        assertThat(new TreeSet<>(read(module, "ja").keySet()))
                .isEqualTo(new TreeSet<>(read(module, "en").keySet()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesTakeTheSameArguments(String module) throws IOException {
        Properties ja = read(module, "ja");
        read(module, "en")
                .forEach(
                        (key, text) ->
                                assertThat(arguments(ja.getProperty((String) key)))
                                        .as((String) key)
                                        .isEqualTo(arguments((String) text)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesNameTheSameNumbers(String module) throws IOException {
        Properties ja = read(module, "ja");
        read(module, "en")
                .forEach(
                        (key, text) ->
                                assertThat(numbers(ja.getProperty((String) key)))
                                        .as((String) key)
                                        .isEqualTo(numbers((String) text)));
    }

    private static TreeSet<Integer> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        TreeSet<Integer> numbers = new TreeSet<>();
        IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .forEach(part -> numbers.add(part.getValue()));
        return numbers;
    }

    /** Numbers of three digits or more: sums, years, laws. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties read(String module, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(FOLDER.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
