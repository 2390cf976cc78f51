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

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

@ModuleTest
class VaultModuleTests {

    private static final String DEVELOPMENT = "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2YtMzItYnl0ZXM=";

    @Autowired Vault vault;
    @Autowired VaultStore store;
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
        Await.done(destroyKeys(vault));
        assertThat(Await.value(keys.find(subject).hasElement())).isTrue();

        Await.done(vault.erase(subject));
        Await.done(destroyKeys(vault));

        assertThat(Await.value(keys.find(subject).hasElement())).isFalse();
        assertThat(Await.value(keys.destroyed().any(subject::equals))).isTrue();
    }

    @Test
    void wrapsKeysOfAPreviousMasterAnewAndLeavesTheBoxes() {
        SubjectId subject = newSubject();
        Await.done(vault.seal(subject, "test.name", "text"));
        Vault after = vault(TestKeys.with(TestKeys.NEW));

        Await.done(rewrap(vault(TestKeys.with(TestKeys.NEW, DEVELOPMENT))));
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
            Await.done(rewrap(vault(TestKeys.with(DEVELOPMENT, TestKeys.NEW))));
        }
    }

    private Vault vault(MasterKeys masters) {
        VaultProperties place = new VaultProperties(testDatabase.keys(), null, List.of());
        return new Vault(store, new KeyDirectory(masters, place), masters, Clock.systemUTC());
    }

    private static Mono<Void> rewrap(Vault vault) {
        return vault.rewrap().repeat().takeUntil(count -> count == 0).then();
    }

    private static Mono<Void> destroyKeys(Vault vault) {
        return vault.destroyKeys().repeat().takeUntil(count -> count == 0).then();
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
