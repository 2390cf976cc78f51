package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every source file is laid out by google-java-format (AOSP style). It runs as a test because the
 * formatter parses with the compiler of the running JDK, and Maven itself may run on an older one.
 *
 * <p>To lay out the files: {@code ./mvnw test -Dtest=FormatTests -Dformat.write=true}
 */
class FormatTests {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        List<Path> unformatted = sources().filter(FormatTests::isUnformatted).toList();

        assertThat(unformatted).as("run with -Dformat.write=true").isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src")).filter(path -> path.toString().endsWith(".java"));
    }

    private static boolean isUnformatted(Path path) {
        try {
            String source = Files.readString(path);
            String formatted = format(source);
            boolean differs = !source.equals(formatted);
            if (differs && Boolean.getBoolean("format.write")) {
                Files.writeString(path, formatted);
                return false;
            }
            return differs;
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException("Can't format " + path, e);
        }
    }

    private static String format(String source) throws FormatterException {
        String imports = RemoveUnusedImports.removeUnusedImports(source);
        return FORMATTER.formatSource(ImportOrderer.reorderImports(imports, Style.AOSP));
    }
}
