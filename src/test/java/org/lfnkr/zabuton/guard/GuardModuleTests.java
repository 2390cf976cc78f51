package org.lfnkr.zabuton.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ModuleTest
class GuardModuleTests {

    private static final GuardLimits LIMITS = new GuardLimits(Duration.ofHours(6), 3, 15, 5, 4, 12);

    @Autowired GuardStore store;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    private Guard guard;

    @BeforeEach
    void quiet() {
        guard = new Guard(store, LIMITS, audit, clock);
        Await.done(database.sql("update guard.passage set finished_at = now()").then());
    }

    @AfterEach
    void restore() {
        clock.reset();
        Await.done(guard.set(Gate.GIVE, GateMode.WATCHFUL, "test"));
    }

    @Test
    void ofThousandsOfAttemptsFromManyNetworksFewPass() {
        List<Verdict> verdicts =
                Await.value(
                        Flux.range(0, 2000)
                                .flatMap(i -> knock(UUID.randomUUID(), "net-" + i % 200, null), 16)
                                .collectList());

        assertThat(verdicts).hasSize(2000).contains(Verdict.PROVE);
        assertThat(verdicts.stream().filter(Verdict.PASS::equals)).hasSizeBetween(1, 15);
    }

    @Test
    void oneNetworkPassesThreeTimesOnly() {
        assertThat(Await.value(knocks(4, "same").collectList()))
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PROVE);
    }

    @Test
    void anHonestGiverBehindTheSameNetworkPassesByProof() {
        Await.done(knocks(4, "same").then());

        assertThat(one("same", "honest")).isEqualTo(Verdict.PASS);
    }

    @Test
    void oneProofDoesNotOpenTheGateForEver() {
        List<Verdict> verdicts =
                Await.value(
                        Flux.range(0, 6)
                                .concatMap(i -> knock(UUID.randomUUID(), "any-" + i, "mailbox"))
                                .collectList());

        assertThat(verdicts).endsWith(Verdict.PASS, Verdict.WAIT).hasSize(6);
    }

    @Test
    void theSameAttemptCountsOnce() {
        UUID attempt = UUID.randomUUID();
        Await.done(Flux.range(0, 9).concatMap(i -> knock(attempt, "same", null)).then());

        assertThat(one("same", null)).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsPaidDoesNotCount() {
        List<UUID> attempts = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Await.done(Flux.fromIterable(attempts).concatMap(it -> knock(it, "same", null)).then());
        assertThat(one("same", null)).isEqualTo(Verdict.PROVE);

        Await.done(guard.finished(attempts.getFirst()));

        assertThat(one("same", null)).isEqualTo(Verdict.PASS);
    }

    @Test
    void theGateBecomesCalmAgain() {
        Await.done(knocks(3, "same").then());
        clock.advance(LIMITS.window().plusMinutes(1));

        assertThat(one("same", null)).isEqualTo(Verdict.PASS);
    }

    @Test
    void staffCloseAGateAndMakeItStrict() {
        Await.done(guard.set(Gate.GIVE, GateMode.STRICT, "test"));
        assertThat(one("new", null)).isEqualTo(Verdict.PROVE);
        assertThat(one("new", "honest")).isEqualTo(Verdict.PASS);

        Await.done(guard.set(Gate.GIVE, GateMode.CLOSED, "test"));
        assertThat(one("new", "honest")).isEqualTo(Verdict.CLOSED);
    }

    @Test
    void staffSeeWhatHappens() {
        GateView before = Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next());
        Await.done(knocks(4, "same").then());

        GateView after = Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next());
        assertThat(after.passed() - before.passed()).isEqualTo(3);
        assertThat(after.stopped() - before.stopped()).isEqualTo(1);
    }

    @Test
    void oneNetworkHoldsFewOfAPieceWithoutProofAndItsNeighboursTheRest() {
        UUID piece = UUID.randomUUID();
        assertThat(wants("same", null, piece, 3)).isEqualTo(Verdict.PASS);

        assertThat(wants("same", null, piece, 2)).isEqualTo(Verdict.PROVE);
        assertThat(wants("same", null, UUID.randomUUID(), 2)).isEqualTo(Verdict.PASS);
        assertThat(wants("other", null, piece, 4)).isEqualTo(Verdict.PASS);
        assertThat(wants("same", "neighbour", piece, 2)).isEqualTo(Verdict.PASS);
    }

    @Test
    void oneOrderHoldsNoMoreThanManyWould() {
        UUID piece = UUID.randomUUID();

        assertThat(wants("same", null, piece, 99)).isEqualTo(Verdict.PROVE);
        assertThat(wants("same", "mailbox", piece, 99)).isEqualTo(Verdict.HOLDS);
        assertThat(wants("same", "mailbox", piece, 12)).isEqualTo(Verdict.PASS);
        assertThat(wants("same", "mailbox", piece, 1)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void whatIsGivenUpOrPaidHoldsNothing() {
        UUID piece = UUID.randomUUID();
        UUID givenUp = UUID.randomUUID();
        UUID paid = UUID.randomUUID();
        Await.done(knock(givenUp, "one", null, Map.of(piece, 4)));
        Await.done(knock(paid, "two", null, Map.of(piece, 4)));
        assertThat(wants("one", null, piece, 1)).isEqualTo(Verdict.PROVE);

        Await.done(guard.givenUp(givenUp));
        Await.done(guard.finished(paid));

        assertThat(wants("one", null, piece, 4)).isEqualTo(Verdict.PASS);
        assertThat(wants("two", null, piece, 4)).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsTurnedAwayHasNotPassed() {
        UUID piece = UUID.randomUUID();
        UUID soldOut = UUID.randomUUID();
        Await.done(knock(soldOut, "one", null, Map.of(piece, 4)));
        assertThat(wants("one", null, piece, 1)).isEqualTo(Verdict.PROVE);

        Await.done(guard.turnedAway(soldOut));

        assertThat(wants("one", null, piece, 4)).isEqualTo(Verdict.PASS);
        assertThat(Await.value(knock(soldOut, "one", null, Map.of(piece, 4))))
                .isEqualTo(Verdict.PROVE);
    }

    private Verdict wants(String sender, @Nullable String proof, UUID piece, int quantity) {
        return Await.value(knock(UUID.randomUUID(), sender, proof, Map.of(piece, quantity)));
    }

    private Verdict one(String sender, @Nullable String proof) {
        return Await.value(knock(UUID.randomUUID(), sender, proof));
    }

    private Flux<Verdict> knocks(int times, String sender) {
        return Flux.range(0, times).concatMap(i -> knock(UUID.randomUUID(), sender, null));
    }

    private Mono<Verdict> knock(UUID attempt, String sender, @Nullable String proof) {
        return knock(attempt, sender, proof, Map.of());
    }

    private Mono<Verdict> knock(
            UUID attempt, String sender, @Nullable String proof, Map<UUID, Integer> pieces) {
        byte[] proved = proof == null ? null : bytes(proof);
        return guard.knock(new Knock(Gate.GIVE, attempt, bytes(sender), proved, pieces))
                .as(transaction::transactional);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
