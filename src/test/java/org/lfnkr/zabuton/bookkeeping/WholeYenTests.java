package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

class WholeYenTests {

    private static final Pattern FRACTION =
            Pattern.compile("\\b(double|float|Double|Float|BigDecimal)\\b");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "ledger", "impact", "bookkeeping", "refunds"})
    void knowsNoFraction(String module) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/lfnkr/zabuton", module))) {
            List<Path> fractional =
                    files.filter(Files::isRegularFile)
                            .filter(WholeYenTests::knowsFractions)
                            .toList();

            assertThat(fractional).isEmpty();
        }
    }

    private static boolean knowsFractions(Path source) {
        try {
            String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            return FRACTION.matcher(code).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
