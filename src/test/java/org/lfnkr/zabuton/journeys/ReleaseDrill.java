package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.DevelopmentServices;
import org.springframework.test.util.TestSocketUtils;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jar as production runs it, in a process of its own: unpacked, by {@code
 * infra/production/start}, with the beans that the build wrote down where it did. All other tests
 * run on the classes that go into it. Maven runs it once the jar is there, as the last of {@code
 * verify}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseDrill {

    private static final String GOOD_CARD = "4242424242424242";
    private static final Path START = Path.of("infra/production/start").toAbsolutePath();
    private static final Path SAMPLES = Path.of("src/test/resources/db/sample").toAbsolutePath();

    /** Of a start on a busy machine, which migrates. */
    private static final int PATIENCE_IN_SECONDS = 240;

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final URI shop = URI.create("http://localhost:" + port);
    private Path place = Path.of("");
    private Process node;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        place = folder;
        unpack(Path.of(Objects.requireNonNull(System.getProperty("release.jar"))));
        Map<String, String> settings =
                DevelopmentServices.temporary(place.resolve("keys"), port).settings();
        Files.writeString(
                place.resolve("shop.properties"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        node = run("shop");
        for (int asked = 0; !isReady(); asked++) {
            assertThat(asked).as(log("shop")).isLessThan(5 * PATIENCE_IN_SECONDS);
            assertThat(node.waitFor(200, TimeUnit.MILLISECONDS)).as(log("shop")).isFalse();
        }
    }

    private void unpack(Path jar) throws Exception {
        Process unpacking =
                new ProcessBuilder(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                place.resolve("release").toString(),
                                "--application-filename",
                                "zabuton.jar")
                        .redirectErrorStream(true)
                        .redirectOutput(place.resolve("unpacking.log").toFile())
                        .start();
        assertThat(unpacking.waitFor()).as(log("unpacking")).isZero();
    }

    private boolean isReady() throws IOException {
        URL health = shop.resolve("/actuator/health/readiness").toURL();
        HttpURLConnection asked = (HttpURLConnection) health.openConnection();
        asked.setReadTimeout(1_000 * PATIENCE_IN_SECONDS);
        try {
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (SocketException notYet) {
            return false;
        }
    }

    /** Production's own script, with the settings of this run. */
    private Process run(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(START.toString()));
        command.addAll(List.of(arguments));
        command.add("--spring.config.additional-location=file:" + place.resolve("shop.properties"));
        command.add("--spring.flyway.locations=classpath:db/migration,filesystem:" + SAMPLES);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.of(
                                "SHOP_RELEASE",
                                place.resolve("release").toString(),
                                "JAVA",
                                java()));
        return builder.redirectErrorStream(true)
                .redirectOutput(place.resolve(name + ".log").toFile())
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private String log(String name) throws IOException {
        try (Stream<String> lines = Files.lines(place.resolve(name + ".log"))) {
            return lines.collect(Collectors.joining("\n"));
        }
    }

    @AfterAll
    void stop() throws Exception {
        node.destroy();
        node.waitFor();
    }

    @ParameterizedTest
    @EnumSource
    void somebodyBuysACushion(Language language) {
        try (Visitor visitor = visitor(language)) {
            visitor.goes("").goes("/products").puts(1, "knit-cushion", "indigo").answers();
            visitor.orders().paysBy(GOOD_CARD).isBack();

            visitor.reads("h1", language == Language.EN ? "Thank you" : "ありがとう");
            visitor.reads(".impact", "10");
        }
    }

    private Visitor visitor(Language language) {
        return new Visitor(Chromium.shared(), shop, new Setup(language, true, 1280));
    }

    @Test
    void theBooksAgree() throws Exception {
        Process check = run("check", "check");

        assertThat(check.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(log("check")).isZero();
    }

    @Test
    void aKeyThatIsTooShortIsRefusedBeforeAPortOpens() throws Exception {
        int other = TestSocketUtils.findAvailableTcpPort();
        Process wrong = run("wrong", "--server.port=" + other, "--zabuton.vault.key=c2hvcnQ=");

        assertThat(wrong.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.exitValue()).isNotZero();
        assertThat(log("wrong")).contains("zabuton.vault.key").doesNotContain("Netty started");
    }
}
