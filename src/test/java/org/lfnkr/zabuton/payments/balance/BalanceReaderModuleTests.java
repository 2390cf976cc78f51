package org.lfnkr.zabuton.payments.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reading breaks off where it will, and goes on behind the last line that is kept. */
@ModuleTest
class BalanceReaderModuleTests {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String PREFIX = "txn_reader_";

    private static final String FORGET =
            """
            delete from payments.balance_line where id like 'txn_reader_%';
            delete from payments.balance_stated;
            update payments.balance_cursor
            set read_until = 'epoch', pass_until = null, pass_after = null, listed = 0
            """;

    @Autowired TestDatabase testDatabase;
    @Autowired BalanceStore store;
    @Autowired LineKeeper keeper;
    @Autowired DatabaseClient database;

    private final Shelf stripe = new Shelf();

    @AfterEach
    void forget() throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(FORGET);
        }
    }

    private BalanceReader at(Instant now) {
        return new BalanceReader(stripe, store, keeper, Clock.fixed(now, ZoneOffset.UTC));
    }

    private long kept() {
        return Await.value(
                database.sql(
                                "select count(*) from payments.balance_line where id like 'txn_reader_%'")
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void goesOnBehindTheLastPageThatIsKept() {
        stripe.holds(250);
        stripe.breaksAt = PREFIX + 50;
        BalanceReader reader = at(NOW);
        assertThatThrownBy(() -> Await.value(reader.read()))
                .hasMessageContaining("could not be read");
        assertThat(kept()).isEqualTo(200);

        stripe.breaksAt = "";
        stripe.asked.clear();
        assertThat(Await.value(at(NOW.plusSeconds(60)).read()).complete()).isTrue();
        assertThat(stripe.asked).containsExactly(PREFIX + 50);
        assertThat(kept()).isEqualTo(250);
    }

    @Test
    void readsNoMoreAtOnceThanABoundedPiece() {
        stripe.holds(2_050);

        assertThat(Await.value(at(NOW).read()).complete()).isFalse();
        assertThat(kept()).isEqualTo(2_000);
        assertThat(Await.value(at(NOW).read()).complete()).isTrue();
        assertThat(kept()).isEqualTo(2_050);
    }

    @Test
    void keepsWhatIsSeenTwiceOnce() {
        stripe.holds(3);
        assertThat(Await.value(at(NOW).read()).fresh()).isEqualTo(3);
        assertThat(Await.value(at(NOW).read()).fresh()).isZero();
        assertThat(kept()).isEqualTo(3);
    }

    /** The list would be one of this moment, and the sum one of the moment before. */
    @Test
    void comparesNothingWhereALineCameMeanwhile() {
        Await.done(at(NOW).read());
        stripe.holds(1);
        Await.done(at(NOW).compare());
        assertThat(stated()).isZero();

        Await.done(at(NOW).compare());
        assertThat(stated()).isOne();
    }

    private long stated() {
        return Await.value(
                database.sql("select count(*) from payments.balance_stated")
                        .mapValue(Long.class)
                        .one());
    }

    /** Lists lines by their numbers, the highest first. */
    private static final class Shelf implements BalanceProvider {

        private final List<StripeLine> lines = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private String breaksAt = "";

        void holds(int count) {
            lines.clear();
            IntStream.range(0, count)
                    .map(i -> count - 1 - i)
                    .mapToObj(Shelf::line)
                    .forEach(lines::add);
        }

        /** Of a kind that nothing follows from. */
        private static StripeLine line(int number) {
            return new StripeLine(
                    PREFIX + number,
                    "fee",
                    "fee",
                    "usd",
                    -1,
                    0,
                    -1,
                    null,
                    NOW.minusSeconds(3_000 - number),
                    NOW,
                    true);
        }

        @Override
        public Mono<Answer<LinePage>> lines(Instant since, Instant until, Optional<String> after) {
            after.ifPresent(asked::add);
            if (after.filter(breaksAt::equals).isPresent()) {
                return Mono.just(new Answer.Unknown<>(false));
            }
            int from = after.map(id -> ids().indexOf(id) + 1).orElse(0);
            int to = Math.min(lines.size(), from + 100);
            return Mono.just(
                    new Answer.Known<>(new LinePage(lines.subList(from, to), to < lines.size())));
        }

        private List<String> ids() {
            return lines.stream().map(StripeLine::id).toList();
        }

        @Override
        public Mono<Answer<LinePage>> linesOf(String payout, Optional<String> after) {
            return Mono.just(new Answer.Known<>(new LinePage(List.of(), false)));
        }

        @Override
        public Mono<Answer<StripePayout>> payout(String id) {
            return Mono.just(new Answer.Unknown<>(false));
        }

        @Override
        public Mono<Answer<Long>> balance() {
            return Mono.just(new Answer.Known<>(-1L));
        }

        @Override
        public Mono<Outcome> follow(LineKind kind, String source) {
            return Mono.just(Outcome.UNREACHABLE);
        }
    }
}
