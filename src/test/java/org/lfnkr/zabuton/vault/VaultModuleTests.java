package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

@ModuleTest
class VaultModuleTests {

    private static final String DEVELOPMENT = "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2YtMzItYnl0ZXM=";

    /** Of a day that no other test comes to. */
    private static final Instant NOON = Instant.parse("2020-02-29T03:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2020-02-29T15:00:00Z");

    @Autowired Vault vault;
    @Autowired KeyUpkeep upkeep;
    @Autowired VaultStore store;
    @Autowired SealedBoxStore boxes;
    @Autowired KeyDirectory keys;
    @Autowired TestDatabase testDatabase;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    @Test
    void revealsWhatWasSealed() {
        SubjectId subject = newSubject();

        Await.done(vault.seal(subject, "test.name", "𠮷野 髙﨑"));

        vault.reveal(subject, "test.name")
                .as(StepVerifier::create)
                .expectNext("𠮷野 髙﨑")
                .verifyComplete();
        vault.reveal(subject, "test.other").as(StepVerifier::create).verifyComplete();
    }

    @Test
    void sealingAgainReplaces() {
        SubjectId subject = newSubject();

        Await.done(vault.seal(subject, "test.name", "before"));
        Await.done(vault.sealAll(subject, Map.of("test.name", "after", "test.mail", "new")));

        assertThat(Await.value(vault.revealAll(subject, List.of("test.name", "test.mail", "none"))))
                .isEqualTo(Map.of("test.name", "after", "test.mail", "new"));
    }

    @Test
    void aRowMovedInTheDatabaseDoesNotOpen() throws SQLException {
        SubjectId subject = newSubject();
        SubjectId thief = newSubject();
        Await.done(vault.seal(subject, "test.name", "mine"));
        Await.done(vault.seal(thief, "test.name", "stolen"));

        moveBox(subject, thief);

        vault.reveal(thief, "test.name")
                .as(StepVerifier::create)
                .verifyError(BrokenSealException.class);
    }

    /** As somebody does who has the whole database: the application itself may not. */
    private void moveBox(SubjectId from, SubjectId to) throws SQLException {
        try (Connection owner = testDatabase.connect();
                PreparedStatement move =
                        owner.prepareStatement(
                                "update vault.box set sealed ="
                                        + " (select sealed from vault.box where subject_id = ?)"
                                        + " where subject_id = ?")) {
            move.setObject(1, from.value());
            move.setObject(2, to.value());
            assertThat(move.executeUpdate()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from vault.box",
                "update vault.box set sealed = ''",
                "insert into vault.box select id, 'a.place', '' from vault.subject",
                "update vault.subject set erased_at = now()",
                "delete from vault.subject"
            })
    void noStatementOfTheApplicationReachesEverybody(String statement) {
        database.sql(statement)
                .then()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        refused -> assertThat(refused).hasMessageContaining("permission denied"));
    }

    @Test
    void theDatabaseHoldsNoPlaintext() {
        SubjectId subject = newSubject();
        Await.done(vault.seal(subject, "test.name", "recognisable-plaintext"));

        byte[] sealed =
                Await.value(
                        database.sql("select sealed from vault.box where subject_id = :id")
                                .bind("id", subject.value())
                                .mapValue(byte[].class)
                                .one());

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("recognisable");
    }

    @Test
    void anErasedPersonIsGoneForGood() {
        SubjectId subject = newSubject();
        Await.done(vault.seal(subject, "test.name", "text"));

        Await.done(vault.erase(subject));
        Await.done(vault.erase(subject));

        vault.reveal(subject, "test.name").as(StepVerifier::create).verifyComplete();
        vault.seal(subject, "test.name", "back")
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        assertThat(rowsOf(subject)).isZero();
    }

    @Test
    void nothingStaysOfATransactionThatFailed() {
        SubjectId subject = newSubject();

        vault.seal(subject, "test.name", "text")
                .then(Mono.error(new IllegalStateException("later step failed")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("later step failed");

        assertThat(rowsOf(subject)).isZero();
    }

    @Test
    void theKeyOfAnErasedPersonIsDestroyedAfterTheErasureIsCommitted() {
        SubjectId subject = newSubject();
        Await.done(vault.seal(subject, "test.name", "text"));
        Await.done(destroyKeys());
        assertThat(Await.value(keys.find(subject).hasElement())).isTrue();

        Await.done(vault.erase(subject));
        Await.done(destroyKeys());

        assertThat(Await.value(keys.find(subject).hasElement())).isFalse();
        assertThat(Await.value(keys.destroyed().any(subject::equals))).isTrue();
    }

    @Test
    void secretsOfOneDayShareAKey() {
        Instant end = NOON.plus(Duration.ofDays(90));
        SubjectId day = forDay(end);

        assertThat(forDay(end.plusSeconds(3600))).isEqualTo(day);
        assertThat(forDay(end.plus(Duration.ofDays(1)))).isNotEqualTo(day);
    }

    @Test
    void manyWhoAreFirstOnADayGetOneKey() {
        Instant end = NOON.plus(Duration.ofDays(30));

        List<SubjectId> days =
                Await.value(
                        Flux.range(0, 12)
                                .flatMap(i -> vault.openForDay(end), 12)
                                .delayUntil(day -> vault.seal(day, "test.code/" + day, "123456"))
                                .collectList());

        assertThat(days).hasSize(12).containsOnly(days.getFirst());
    }

    @Test
    void theEndOfADayErasesItsSecretsAndNoOther() {
        SubjectId day = forDay(NOON);
        SubjectId next = forDay(NOON.plus(Duration.ofDays(1)));
        Await.done(vault.seal(day, "test.code/1", "123456"));
        Await.done(vault.seal(next, "test.code/2", "654321"));

        Await.done(at(MIDNIGHT.minusSeconds(1)).endDays());
        assertThat(Await.value(vault.reveal(day, "test.code/1"))).isEqualTo("123456");
        Await.done(at(MIDNIGHT).endDays());
        Await.done(destroyKeys());

        assertThat(Await.value(keys.find(day).hasElement())).isFalse();
        assertThat(rowsOf(day)).isZero();
        assertThat(Await.value(vault.reveal(next, "test.code/2"))).isEqualTo("654321");
        vault.openForDay(NOON).as(StepVerifier::create).verifyError(IllegalStateException.class);
    }

    /** After the directory was brought back from a copy, new codes must not wait for tomorrow. */
    @Test
    void aDayWhoseKeyIsLostGetsAnother() throws IOException {
        Instant end = NOON.plus(Duration.ofDays(60));
        SubjectId day = forDay(end);
        String id = day.value().toString();
        Files.delete(testDatabase.keys().resolve(id.substring(0, 3)).resolve(id + ".key"));

        Await.done(vault.seal(forDay(end), "test.code/3", "123456"));

        assertThat(Await.value(vault.reveal(day, "test.code/3"))).isEqualTo("123456");
    }

    private SubjectId forDay(Instant end) {
        return Await.value(vault.openForDay(end));
    }

    private KeyUpkeep at(Instant now) {
        return new KeyUpkeep(
                store, keys, TestKeys.with(DEVELOPMENT), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void wrapsKeysOfAPreviousMasterAnewAndLeavesTheBoxes() {
        SubjectId subject = newSubject();
        Await.done(vault.seal(subject, "test.name", "text"));
        Vault after = vault(TestKeys.with(TestKeys.NEW));

        Await.done(rewrap(TestKeys.with(TestKeys.NEW, DEVELOPMENT)));
        try {
            after.reveal(subject, "test.name")
                    .as(StepVerifier::create)
                    .expectNext("text")
                    .verifyComplete();
            vault.reveal(subject, "test.name")
                    .as(StepVerifier::create)
                    .verifyError(BrokenSealException.class);
        } finally {
            // The application that the other tests share knows only its own master key.
            Await.done(rewrap(TestKeys.with(DEVELOPMENT, TestKeys.NEW)));
        }
    }

    private Vault vault(MasterKeys masters) {
        return new Vault(
                store, boxes, new KeyDirectory(masters, place()), masters, Clock.systemUTC());
    }

    private VaultProperties place() {
        return new VaultProperties(testDatabase.keys(), null, List.of());
    }

    private Mono<Void> rewrap(MasterKeys masters) {
        KeyDirectory directory = new KeyDirectory(masters, place());
        return new KeyUpkeep(store, directory, masters, Clock.systemUTC())
                .rewrap()
                .repeat()
                .takeUntil(count -> count == 0)
                .then();
    }

    private Mono<Void> destroyKeys() {
        return upkeep.destroyKeys().repeat().takeUntil(count -> count == 0).then();
    }

    @Test
    void theBlindIndexIsEqualForEqualTextsOfOnePurposeOnly() {
        byte[] index = vault.blindIndex("mail", "a@example.org");

        assertThat(index)
                .hasSize(32)
                .isEqualTo(vault.blindIndex("mail", "a@example.org"))
                .isNotEqualTo(vault.blindIndex("mail", "b@example.org"))
                .isNotEqualTo(vault.blindIndex("phone", "a@example.org"));
    }

    private SubjectId newSubject() {
        return Await.value(vault.open());
    }

    private Long rowsOf(SubjectId subject) {
        return Await.value(
                database.sql("select count(*) from vault.box where subject_id = :id")
                        .bind("id", subject.value())
                        .mapValue(Long.class)
                        .one());
    }
}
