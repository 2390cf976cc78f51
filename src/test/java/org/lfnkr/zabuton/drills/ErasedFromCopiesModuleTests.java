package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
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

import reactor.core.publisher.Mono;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A backup from before an erasure is brought back beside the master key and the keys of today: by
 * an operator after a mishap, or by somebody who wants to know who was erased.
 */
class ErasedFromCopiesModuleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MarkedPerson leaving = MarkedPerson.many(1).getFirst();
    private final MarkedPerson staying = MarkedPerson.many(1).getFirst();
    private final TestDatabase database = TestDatabase.fresh();

    private record Both(Supporter leaving, Supporter staying) {}

    @Test
    void aBackupBringsNobodyBack() throws Exception {
        Both before;
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            before = new Both(meet(shop, leaving), meet(shop, staying));
        }
        TestDatabase backup = database.copy();
        byte[] key = Files.readAllBytes(keyOf(before.leaving()));
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            erase(shop, before.leaving());
        }

        assertThat(keyOf(before.leaving())).doesNotExist();
        List<Path> copies = filesOf(database, backup);
        assertThat(copies).anyMatch(file -> holds(file, idOf(before.leaving())));
        assertThat(copies).noneMatch(file -> holds(file, key));
        try (ConfigurableApplicationContext shop = TestEnvironment.start(backup)) {
            assertThat(isReadable(shop, before.leaving())).isFalse();
            assertThat(isReadable(shop, before.staying())).isTrue();

            work(shop, "restoredCopyWorker", () -> !isKnown(backup, before.leaving()));
            assertThat(isKnown(backup, before.staying())).isTrue();
            assertThat(meet(shop, staying)).isEqualTo(before.staying());
            assertThat(meet(shop, leaving)).isNotEqualTo(before.leaving());
        }
    }

    private static Supporter meet(ConfigurableApplicationContext shop, MarkedPerson person) {
        return Await.value(
                shop.getBean(Supporters.class)
                        .recognise(person.email(), person.name(), Language.JA));
    }

    private void erase(ConfigurableApplicationContext shop, Supporter supporter) {
        Member member = new Member(supporter.id(), supporter.subject());
        Mono<Boolean> done = shop.getBean(Erasure.class).erase(member, Language.JA);
        assertThat(Await.value(done)).isTrue();
        work(shop, "keyDestructionWorker", () -> Files.notExists(keyOf(supporter)));
    }

    private static boolean isReadable(ConfigurableApplicationContext shop, Supporter supporter) {
        return Await.value(
                shop.getBean(Supporters.class).recipient(supporter.subject()).hasElement());
    }

    /** Whether the database would still find them by their mail address. */
    private static boolean isKnown(TestDatabase database, Supporter supporter) {
        return "1"
                .equals(
                        tell(
                                database,
                                "select count(email_index) from supporters.supporter where id = '%s'"
                                        .formatted(supporter.id().value())));
    }

    private static void work(
            ConfigurableApplicationContext shop, String worker, BooleanSupplier done) {
        shop.getBean(worker, Worker.class).start();
        await().atMost(PATIENCE).until(done::getAsBoolean);
        shop.getBean(worker, Worker.class).stop();
    }

    private Path keyOf(Supporter supporter) {
        String id = supporter.subject().value().toString();
        return database.keys().resolve(id.substring(0, 3)).resolve(id + ".key");
    }

    /** The tables of both, and the write-ahead log. */
    private static List<Path> filesOf(TestDatabase... databases) {
        tell(databases[0], "checkpoint");
        Path data = Path.of(tell(databases[0], "show data_directory"));
        Stream<Path> tables =
                Arrays.stream(databases)
                        .map(
                                one ->
                                        tell(
                                                one,
                                                "select oid from pg_database where datname = current_database()"))
                        .map(oid -> data.resolve("base").resolve(oid));
        return Stream.concat(tables, Stream.of(data.resolve("pg_wal")))
                .flatMap(ErasedFromCopiesModuleTests::filesIn)
                .toList();
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first value that the database answers, if any. */
    private static String tell(TestDatabase database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As the tables hold it, to prove that the search finds what is there. */
    private static byte[] idOf(Supporter supporter) {
        UUID id = supporter.subject().value();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .contains(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
