package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.audit.AuditWords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every reason that the shop itself writes into the audit trail has its words. */
class AuditReasonsTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RECORD = Pattern.compile("\\.record\\(([^;]*?)\\)[;.)\\s]");
    private static final Pattern LAST = Pattern.compile("(?s).*,\\s*\"([a-z]+(?: [a-z]+)*)\"\\s*");

    @Test
    void whatTheShopGivesAsAReasonHasWords() {
        Set<String> reasons = new TreeSet<>(Set.of("proved by mail", "replaced as ADMIN"));
        sources().forEach(source -> reasons.addAll(reasons(source)));
        assertThat(reasons).contains("desk", "by its owner", "everywhere", "recovery code");

        for (String language : new String[] {"en", "ja"}) {
            Properties words = words(language);
            assertThat(reasons)
                    .allSatisfy(
                            it ->
                                    assertThat(words)
                                            .containsKey("audit.reason." + AuditWords.code(it)));
        }
    }

    private static Set<String> reasons(String source) {
        Set<String> reasons = new TreeSet<>();
        Matcher calls = RECORD.matcher(source);
        while (calls.find()) {
            Matcher last = LAST.matcher(calls.group(1));
            if (last.matches()) {
                reasons.add(last.group(1));
            }
        }
        return reasons;
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .map(AuditReasonsTests::text)
                    .filter(it -> it.contains("AuditTrail"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (var file =
                Objects.requireNonNull(
                        AuditReasonsTests.class.getResourceAsStream(
                                "/messages/audit-reasons_" + language + ".properties"))) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
