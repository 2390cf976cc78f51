package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfnkr.zabuton.RestoredCopy;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.owndata.Erasure;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The scripts that a volunteer uses, on a real database and key directory. Where no pg_dump of the
 * server's version is installed, the embedded PostgreSQL copies the database in its place.
 */
class RestoreDrillModuleTests {

    private static final Path SCRIPTS = Path.of("infra/production").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final String copy = database.name() + "_drill";
    private final URI server =
            URI.create(
                    Objects.requireNonNull(database.settings().get("zabuton.database.jdbc-url"))
                            .substring("jdbc:".length()));

    @TempDir Path place;

    @BeforeEach
    void preparePlaces() throws Exception {
        assumeTrue(has("age") && has("psql") && has("openssl"));
        for (String kind : List.of("database", "keys")) {
            run("age-keygen", "--output", place + "/" + kind + ".identity");
            Files.writeString(
                    place.resolve(kind + ".pub"),
                    run("age-keygen", "-y", place + "/" + kind + ".identity"));
        }
        standIn("pg_dump", "cat > /dev/null < /dev/null; echo nothing");
        standIn(
                "pg_restore",
                "cat > /dev/null; psql -q -d postgres -c 'drop database %s' -c 'create database %s template %s'"
                        .formatted(copy, copy, database.name()));
    }

    @Test
    void whatWasDestroyedAfterTheBackupStaysDestroyed() throws Exception {
        Supporter leaving;
        Supporter staying;
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            leaving = meet(shop);
            staying = meet(shop);
        }
        run(SCRIPTS + "/backup", "database");
        run(SCRIPTS + "/backup", "keys");
        TestDatabase before = database.copy();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            erase(shop, leaving);
        }
        run(SCRIPTS + "/backup", "signs");
        standIn(
                "pg_restore",
                "cat > /dev/null; psql -q -d postgres -c 'drop database %s' -c 'create database %s template %s'"
                        .formatted(copy, copy, before.name()));

        String told = drill();

        assertThat(told).contains("1 keys were destroyed and stay so; 1 of them had come back");
        assertThat(keyOf(leaving)).doesNotExist();
        assertThat(keyOf(staying)).exists();
        assertThat(everything()).noneMatch(name -> name.endsWith(".part"));
        assertThat(RestoredCopy.check(database, settings()))
                .contains("ok      the books", "ok      the keys, and those that were destroyed")
                .doesNotContain("wrong");

        Files.delete(keyOf(staying));
        assertThat(RestoredCopy.check(database, settings())).contains("wrong   1 keys are lost");
    }

    private String drill() throws IOException {
        return run(
                SCRIPTS + "/restore-drill",
                "--database",
                newest("database"),
                "--database-identity",
                place + "/database.identity",
                "--keys",
                newest("keys"),
                "--signs",
                newest("signs"),
                "--keys-identity",
                place + "/keys.identity",
                "--into",
                place + "/drill",
                "--settings",
                "zabuton.yaml",
                "--name",
                copy,
                "--jar",
                "none");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = database.settings();
        settings.replaceAll(
                (name, value) ->
                        name.endsWith("-url") ? value.replace(database.name(), copy) : value);
        settings.put("zabuton.vault.key-directory", place + "/drill/keys");
        return settings;
    }

    private static Supporter meet(ConfigurableApplicationContext shop) {
        MarkedPerson person = MarkedPerson.many(1).getFirst();
        return Await.value(
                shop.getBean(Supporters.class)
                        .recognise(person.email(), person.name(), Language.JA));
    }

    private void erase(ConfigurableApplicationContext shop, Supporter supporter) {
        Member member = new Member(supporter.id(), supporter.subject());
        Await.value(shop.getBean(Erasure.class).erase(member, Language.JA));
        String id = supporter.subject().value().toString();
        Path key = database.keys().resolve(id.substring(0, 3)).resolve(id + ".key");
        shop.getBean("keyDestructionWorker", Worker.class).start();
        await().atMost(PATIENCE).until(() -> Files.notExists(key));
        shop.getBean("keyDestructionWorker", Worker.class).stop();
    }

    private Path keyOf(Supporter supporter) {
        String id = supporter.subject().value().toString();
        return place.resolve("drill/keys").resolve(id.substring(0, 3)).resolve(id + ".key");
    }

    private String newest(String kind) throws IOException {
        Path folder = place.resolve(kind.equals("database") ? "tables" : "boxes");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("/" + kind + "-"))
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.map(Path::toString).toList();
        }
    }

    /** Takes the place of a program only where none of the server's version is installed. */
    private void standIn(String program, String script) throws Exception {
        Path bin = Files.createDirectories(place.resolve("bin"));
        if (!has(program) || !run(program, "--version").contains(" 18.")) {
            Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\n" + script + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    private static boolean has(String program) throws Exception {
        return new ProcessBuilder("which", program).start().waitFor() == 0;
    }

    private String run(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.merge("PATH", place + "/bin:", (path, bin) -> bin + path);
        environment.put("PGHOST", server.getHost());
        environment.put("PGPORT", Integer.toString(server.getPort()));
        environment.put("PGUSER", "postgres");
        environment.put("PGPASSWORD", "postgres");
        environment.put("PUBLIC_KEYS", place.toString());
        environment.put("DATABASE", "dbname=" + database.name());
        environment.put("KEY_DIRECTORY", database.keys().toString());
        environment.put("DATABASE_PLACE", place + "/tables");
        environment.put("KEYS_PLACE", place + "/boxes");
        environment.put("ZABUTON_BACKUP_SETTINGS", "/dev/null");
        try {
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + said).isZero();
            return said.lines()
                    .filter(line -> !line.startsWith("Public key:"))
                    .reduce("", (one, two) -> one + two + "\n");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
