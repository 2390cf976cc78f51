package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a volunteer puts up says every setting there is, and no other; and its parts are sound. */
class ProductionFilesTests {

    private static final Path FILES = Path.of("infra/production");
    private static final Pattern COMMENTED =
            Pattern.compile("(?m)^( *)# ( *)(- )?([a-z\"0-9][^ ]*:)");
    private static final KnownSettings KNOWN = KnownSettings.of(SettingsKnown.MORE, records());

    /** Those of commands and tests, which nobody sets. */
    private static final Set<String> INTERNAL = Set.of("zabuton.background", "zabuton.check");

    @Test
    void whatStandsThereIsRead() throws IOException {
        assertThat(settings(Files.readString(FILES.resolve("zabuton.yaml"))))
                .isNotEmpty()
                .allMatch(KNOWN::has);
    }

    @Test
    void everySettingStandsThereWithItsDefaultInAComment() throws IOException {
        String yaml = Files.readString(FILES.resolve("zabuton.yaml"));
        List<ConfigurationPropertyName> all =
                settings(COMMENTED.matcher(yaml).replaceAll("$1$2$3$4"));

        assertThat(all).allMatch(KNOWN::has);
        assertThat(Stream.concat(KNOWN.single().stream(), KNOWN.open().stream()))
                .filteredOn(name -> !INTERNAL.contains(name.toString()))
                .allMatch(
                        name ->
                                all.stream()
                                        .anyMatch(it -> it.equals(name) || name.isAncestorOf(it)));
    }

    /** As nginx reads it, with a certificate of the test's own. */
    @Test
    void nginxTakesTheProxysSettings(@TempDir Path place) throws Exception {
        assumeThat(has("nginx") && has("openssl")).isTrue();
        run(
                place,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=shop.example.org",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem");
        String proxy =
                Files.readString(FILES.resolve("nginx.conf"))
                        .replaceAll("/etc/letsencrypt/\\S+/fullchain.pem", place + "/cert.pem")
                        .replaceAll("/etc/letsencrypt/\\S+/privkey.pem", place + "/key.pem")
                        .replace("/var/log/nginx/", place + "/");
        Files.writeString(
                place.resolve("nginx.conf"),
                "pid %s/pid; events {} http { %s }".formatted(place, proxy));

        assertThat(run(place, "nginx", "-t", "-p", place.toString(), "-c", place + "/nginx.conf"))
                .contains("test is successful");
    }

    @Test
    void systemdTakesTheService(@TempDir Path place) throws Exception {
        assumeThat(has("systemd-analyze")).isTrue();
        String unit = Files.readString(FILES.resolve("zabuton@.service"));
        Files.writeString(
                place.resolve("zabuton@8080.service"),
                unit.replace("/opt/zabuton/start", "/bin/true"));

        assertThat(run(place, "systemd-analyze", "verify", "./zabuton@8080.service"))
                .doesNotContain("zabuton@8080.service:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "keys", "signs"})
    void systemdTakesTheTimers(String copy, @TempDir Path place) throws Exception {
        assumeThat(has("systemd-analyze")).isTrue();
        String timer = "zabuton-backup@" + copy + ".timer";
        Files.writeString(
                place.resolve("zabuton-backup@.service"),
                Files.readString(FILES.resolve("zabuton-backup@.service"))
                        .replace("/opt/zabuton/backup %i", "/bin/true %i"));
        Files.copy(FILES.resolve(timer), place.resolve(timer));

        assertThat(run(place, "systemd-analyze", "verify", "./" + timer))
                .doesNotContain("zabuton-backup@");
    }

    /** Within a build by Maven, which writes it. */
    @Test
    void theJarSaysWhatItIsMadeOf() throws IOException {
        Path made = Path.of("target/classes/META-INF/sbom/application.cdx.json");
        assumeThat(made).exists();

        assertThat(Files.readString(made)).contains("CycloneDX", "reactor-netty", "stripe-java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "prepare", "restore-drill", "rolling-restart", "start"})
    void theShellTakesTheScripts(String script) throws Exception {
        assertThat(Files.isExecutable(FILES.resolve(script))).isTrue();
        assertThat(run(FILES, "bash", "-n", script)).isEmpty();
    }

    /** Commands make other beans than a node, so theirs are not those that the build wrote down. */
    @ParameterizedTest
    @CsvSource({
        "--server.port=8080, ZabutonApplication__ApplicationContextInitializer, true",
        "--server.port=8080, ZabutonApplication, false",
        "check, ZabutonApplication__ApplicationContextInitializer, false",
        "staff, ZabutonApplication__ApplicationContextInitializer, false"
    })
    void onlyNodesStartFromWhatTheBuildWroteDown(
            String first, String held, boolean written, @TempDir Path place) throws Exception {
        Files.writeString(place.resolve("zabuton.jar"), "PK\0\1 " + held + ".class");
        String start = FILES.resolve("start").toAbsolutePath().toString();

        String told = run(place, "env", "JAVA=echo", "SHOP_RELEASE=" + place, start, first);

        assertThat(told).contains("-jar").endsWith(first + "\n");
        assertThat(told.contains("-Dspring.aot.enabled=true")).isEqualTo(written);
    }

    private static Map<String, Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.lfnkr.zabuton").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .filter(Class::isRecord)
                .filter(type -> prefix(type).startsWith("zabuton."))
                .collect(Collectors.toMap(ProductionFilesTests::prefix, type -> type));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static List<ConfigurationPropertyName> settings(String yaml) {
        var reader = new YamlPropertiesFactoryBean();
        reader.setResources(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
        return Objects.requireNonNull(reader.getObject()).keySet().stream()
                .map(Object::toString)
                .filter(name -> name.startsWith("zabuton."))
                .map(name -> ConfigurationPropertyName.adapt(name, '.'))
                .toList();
    }

    private static boolean has(String program) throws Exception {
        return new ProcessBuilder("which", program).start().waitFor() == 0;
    }

    private static String run(Path place, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
