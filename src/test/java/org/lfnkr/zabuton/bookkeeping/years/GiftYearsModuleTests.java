package org.lfnkr.zabuton.bookkeeping.years;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Gifts over the turns of years, in books of their own. */
class GiftYearsModuleTests {

    private final TestDatabase database = TestDatabase.fresh();
    private Connection owner;
    private GiftYears years;

    @BeforeEach
    void open() throws SQLException {
        owner = database.connect();
        run("set session_replication_role = replica");
        Map<String, String> settings = database.settings();
        years =
                new GiftYears(
                        DatabaseClient.create(
                                ConnectionFactories.get(
                                        ConnectionFactoryOptions.parse(
                                                        setting(settings, "r2dbc-url"))
                                                .mutate()
                                                .option(
                                                        ConnectionFactoryOptions.USER,
                                                        setting(settings, "application.name"))
                                                .option(
                                                        ConnectionFactoryOptions.PASSWORD,
                                                        setting(settings, "application.password"))
                                                .build())));
    }

    private static String setting(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get("zabuton.database." + name));
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void closeUntil(String day) throws SQLException {
        run(
                "insert into ledger.closed_period (last_day, closed_at) values ('%s', now())"
                        .formatted(day));
    }

    private void book(String reference, String kind, LocalDate day, long yen) throws SQLException {
        run(
                "select ledger.book('stripe', '%s', '%s', '%s', '{STRIPE_BALANCE,DONATIONS}', '{NULL,FOOD}', '{%d,%d}')"
                        .formatted(reference, kind, day, yen, -yen));
    }

    private void move(UUID payment, int no, String kind, String day, long yen) throws SQLException {
        String reference = payment + "-" + no;
        book(reference, kind, LocalDate.parse(day), yen);
        run(
                """
                insert into bookkeeping.movement (source, payment, no, kind, subject, yen, fee, excess, policy, moved_at)
                values ('stripe:%s', '%s', %d, '%s', '%2$s', %d, 0, 0, %s, now())
                """
                        .formatted(reference, payment, no, kind, yen, no == 0 ? "1" : "null"));
    }

    private UUID give(String day, long yen) throws SQLException {
        UUID payment = UUID.randomUUID();
        move(payment, 0, "CHARGE", day, yen);
        return payment;
    }

    private GiftYear year(int year) {
        return Await.value(years.sums(Year.of(year)));
    }

    private static GiftYear sums(long booked, long ofEarlier, long inLater) {
        return new GiftYear(Money.yen(booked), Money.yen(ofEarlier), Money.yen(inLater));
    }

    private List<String> apart(int year) {
        return Await.value(years.apart(Year.of(year), 0).collectList()).stream()
                .map(
                        it ->
                                it.kind()
                                        + " "
                                        + it.givenOn()
                                        + " "
                                        + it.bookedOn()
                                        + " "
                                        + it.gift().yen())
                .toList();
    }

    /**
     * What came late, what went back later, and a slip that was read wrongly (3,000 for 30,000).
     */
    @Test
    void theYearsDifferByExactlyWhatIsListed() throws SQLException {
        closeUntil("2025-12-31");
        UUID before = give("2025-12-30", 500);
        UUID slip = give("2026-03-20", 3_000);
        move(before, 1, "REFUND", "2026-06-01", -200);
        closeUntil("2026-12-31");
        give("2026-12-31", 2_000);
        move(slip, 1, "REFUND", "2027-02-10", -1_000);
        book("correction", "CORRECTION", LocalDate.parse("2026-03-20"), 27_000);
        UUID ordinary = give("2027-05-01", 700);
        move(ordinary, 1, "REFUND", "2027-06-01", -700);

        assertThat(year(2025)).isEqualTo(sums(0, 0, 300));
        assertThat(year(2026)).isEqualTo(sums(3_300, 300, 28_000));
        assertThat(year(2026).given()).isEqualTo(Money.yen(31_000));
        assertThat(year(2027)).isEqualTo(sums(28_000, 28_000, 0));
        assertThat(year(2028)).isEqualTo(sums(0, 0, 0));
        assertThat(apart(2026))
                .containsExactly(
                        "CHARGE 2025-12-30 2026-01-01 500",
                        "REFUND 2025-12-30 2026-06-01 -200",
                        "CHARGE 2026-12-31 2027-01-01 2000",
                        "CORRECTION 2026-03-20 2027-01-01 27000",
                        "REFUND 2026-03-20 2027-02-10 -1000");
        assertThat(apart(2028)).isEmpty();
    }

    /** Beside each receipt's year, added up gift by gift. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachYearIsTheSumOfItsGifts(long seed) throws SQLException {
        Random random = new Random(seed);
        Map<Integer, Long> given = new TreeMap<>();
        List<UUID> payments = new ArrayList<>();
        Map<UUID, LocalDate> days = new TreeMap<>();
        for (int year = 2026; year < 2030; year++) {
            for (int i = 0; i < 12; i++) {
                LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
                long yen = 1_000L + random.nextInt(5_000);
                UUID payment = give(day.toString(), yen);
                payments.add(payment);
                days.put(payment, day);
                given.merge(year, yen, Long::sum);
                UUID some = payments.remove(random.nextInt(payments.size()));
                LocalDate back = LocalDate.of(year, 12, 1 + random.nextInt(31));
                move(some, 1, random.nextBoolean() ? "REFUND" : "DISPUTE", back.toString(), -900);
                given.merge(days.getOrDefault(some, day).getYear(), -900L, Long::sum);
            }
            closeUntil(year + "-11-30");
        }
        given.forEach((year, sum) -> assertThat(year(year).given().yen()).isEqualTo(sum));
        assertThat(given.keySet().stream().mapToLong(it -> year(it).given().yen()).sum())
                .isEqualTo(given.values().stream().mapToLong(it -> it).sum());
    }

    @Test
    void aLongListGoesOnAfterTheLastThatWasShown() throws SQLException {
        for (int i = 0; i < Slice.ASKED + 4; i++) {
            UUID gift = give("2026-05-05", 1_000);
            move(gift, 1, "REFUND", "2027-01-" + (10 + i % 7), -10);
        }
        List<GiftApart> first = Await.value(years.apart(Year.of(2026), 0).collectList());
        assertThat(first).hasSize(Slice.ASKED);
        long last = first.get(Slice.SIZE - 1).entry();
        assertThat(Await.value(years.apart(Year.of(2026), last).collectList()))
                .extracting(GiftApart::entry)
                .hasSize(5)
                .startsWith(first.getLast().entry());
    }
}
