package org.lfnkr.zabuton.banking.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.banking.files.Columns;
import org.lfnkr.zabuton.banking.files.FileFormat;
import org.lfnkr.zabuton.banking.files.FileReading;
import org.lfnkr.zabuton.banking.files.Reading;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

@ModuleTest
class FileImportsModuleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 28);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Autowired FileImports imports;
    @Autowired BankAccounts accounts;
    @Autowired BankAccountStore store;
    @Autowired BankFileStore files;
    @Autowired FileSealing sealing;
    @Autowired BankRetention retention;
    @Autowired NotedEarlier noted;
    @Autowired Ledger ledger;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    private UUID account;

    @BeforeEach
    void open() {
        account = account(FileFormat.STATEMENT);
    }

    private UUID account(FileFormat format) {
        BankAccount fresh =
                new BankAccount(
                        UUID.randomUUID(),
                        "A " + UUID.randomUUID().toString().substring(0, 8),
                        format,
                        format == FileFormat.CSV ? Columns.ANSER : new Columns(0, 0, 0, 0, 0, 0),
                        null,
                        null);
        Await.value(accounts.open(fresh, UUID.randomUUID().toString()));
        return fresh.id();
    }

    private static BankStatement statement() {
        BankStatement all = new BankStatement(50_000);
        for (int i = 0; i < 12; i++) {
            all.row(DAY.plusDays(i / 3), i % 4 == 3 ? -440 : 3_000, "ﾔﾏﾀﾞ ﾊﾅｺ", "");
        }
        return all;
    }

    private ReadResult take(BankStatement statement) {
        return take(statement.bytes(), FileFormat.STATEMENT);
    }

    private ReadResult take(byte[] raw, FileFormat format) {
        Reading.Read read = (Reading.Read) FileReading.fixed(format, raw, TODAY);
        return Await.value(
                imports.take(
                        new Brought(
                                UUID.randomUUID(),
                                account,
                                raw,
                                read.file(),
                                UUID.randomUUID().toString())));
    }

    private long at(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    private List<String> rows() {
        return Await.value(
                database.sql(
                                """
                                select id || ' ' || day || ' ' || yen || ' ' || coalesce(balance, 0)
                                from banking.row where account = :account order by place
                                """)
                        .bind("account", account)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    @Test
    void eachRowIsBookedTheMomentItIsRead() {
        long bank = at(Account.BANK);
        long suspense = at(Account.SUSPENSE);
        long brought = brought();
        BankStatement file = statement();

        assertThat(take(file)).isInstanceOf(ReadResult.Kept.class);

        assertThat(at(Account.SUSPENSE) - suspense).isEqualTo(-(file.closing() - 50_000));
        assertThat(Objects.requireNonNull(Await.value(store.find(account)).balance()).yen())
                .isEqualTo(file.closing());
        assertThat(at(Account.BANK) - bank - brought + brought())
                .isEqualTo(file.closing() - 50_000);
    }

    /** Of all accounts: what was noted before the first of them stands on one. */
    private long brought() {
        return Await.value(
                database.sql("select cast(-sum(brought) as bigint) from banking.account")
                        .mapValue(Long.class)
                        .one());
    }

    private long brought(UUID account) {
        return Await.value(
                database.sql("select brought from banking.account where id = :id")
                        .bind("id", account)
                        .mapValue(Long.class)
                        .one());
    }

    /**
     * Two banks: a note that is older than both, one between them, and later files of the first.
     */
    @Test
    void whatWasNotedBeforeTheFirstRowCountsOnce() throws SQLException {
        LocalDate first = LocalDate.of(2026, 1, 5);
        note("old", first.minusDays(9), 3_000);
        String between = note("between", first.plusDays(2), 5_000);
        BankStatement all =
                new BankStatement(50_000)
                        .row(first, 1, "ﾔﾏﾀﾞ", "")
                        .row(first.plusDays(90), 1, "ﾔﾏﾀﾞ", "");
        UUID one = account;
        take(all.cut(0, 1));
        assertThat(brought(one)).isEqualTo(47_000);

        UUID other = account(FileFormat.STATEMENT);
        account = other;
        take(new BankStatement(70_000).ofAccount("222").row(first.plusDays(9), 1, "ﾔﾏﾀﾞ", ""));
        account = one;
        take(all);

        assertThat(brought(one)).isEqualTo(47_000);
        assertThat(brought(other)).isEqualTo(70_000);
        assertThat(Await.value(noted.open().collectList()))
                .contains(noted(between, first.plusDays(2), other));
        assertThat(Await.value(noted.say(between, other, "staff"))).isTrue();
        assertThat(brought(other)).isEqualTo(65_000);
        assertThat(Await.value(noted.say(between, other, "staff"))).isFalse();
        assertThat(Await.value(noted.open().map(NotedEarlier.Noted::source).collectList()))
                .doesNotContain(between);
    }

    private NotedEarlier.Noted noted(String source, LocalDate day, UUID account) {
        String label = Await.value(store.find(account)).label();
        return new NotedEarlier.Noted(source, day, Money.yen(5_000), account, label);
    }

    private String note(String name, LocalDate day, long yen) throws SQLException {
        String reference = name + "-" + UUID.randomUUID();
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "select ledger.book('bank', '%s', 'CHARGE', '%s', '{BANK,DONATIONS}', '{NULL,OPERATIONS}', '{%d,%d}')"
                            .formatted(reference, day, yen, -yen));
        }
        return "bank:" + reference;
    }

    @Test
    void theSameFileTwiceIsNothingNew() {
        take(statement());
        List<String> before = rows();
        long bank = at(Account.BANK);

        assertThat(take(statement())).isEqualTo(new ReadResult.NothingNew(12));
        assertThat(take(statement().cut(2, 7))).isEqualTo(new ReadResult.NothingNew(5));

        assertThat(rows()).isEqualTo(before);
        assertThat(at(Account.BANK)).isEqualTo(bank);
    }

    /** Files that overlap, in whatever order they come: the same rows with the same ids. */
    @Test
    void filesThatOverlapMakeTheSameRowsInAnyOrder() {
        List<BankStatement> parts = new ArrayList<>();
        for (int from = 0; from < 12; from += 3) {
            parts.add(statement().cut(from, Math.min(12, from + 5)));
        }
        take(statement());
        List<String> said = rows().stream().map(it -> it.substring(37)).toList();
        long bank = at(Account.BANK);
        for (int seed = 0; seed < 5; seed++) {
            account = account(FileFormat.STATEMENT);
            Collections.shuffle(parts, new Random(seed));
            // What doesn't join yet is refused, and brought again.
            for (int i = 0; i < parts.size(); i++) {
                parts.forEach(this::take);
            }
            assertThat(rows().stream().map(it -> it.substring(37)).toList()).isEqualTo(said);
            assertThat(at(Account.BANK) - bank).isEqualTo((seed + 1) * statement().closing());
        }
    }

    @Test
    void aGapIsRefusedWithBothBalances() {
        take(statement().cut(0, 4));

        assertThat(take(statement().cut(5, 12)))
                .isEqualTo(
                        new ReadResult.Refused(
                                new Reading.Refused(
                                        "banking.file.gap", List.of(58_560L, 61_560L))));
        assertThat(rows()).hasSize(4);
    }

    @Test
    void aFileThatSaysSomethingElseOfKnownDaysIsRefused() {
        take(statement());
        BankStatement other = new BankStatement(50_000).row(DAY.plusDays(1), 777, "ﾔﾏﾀﾞ", "");

        assertThat(take(other))
                .isEqualTo(
                        new ReadResult.Refused(
                                new Reading.Refused("banking.file.contradiction", List.of(2))));
    }

    @Test
    void aFileOfAnotherAccountIsRefused() {
        take(statement());

        assertThat(take(statement().ofAccount("7654321")))
                .isEqualTo(
                        new ReadResult.Refused(
                                new Reading.Refused("banking.file.another", List.of())));
    }

    /** The file and what it says of payers are in the vault, and nowhere in clear. */
    @Test
    void nothingOfAPayerIsReadableInTheDatabase() throws SQLException {
        ReadResult.Kept kept = (ReadResult.Kept) take(statement());

        assertThat(Await.value(files.find(kept.file()).flatMap(sealing::open)))
                .isEqualTo(statement().bytes());
        for (String table : List.of("account", "file", "row", "match", "rule")) {
            assertThat(dump("banking." + table)).doesNotContain("ﾔﾏﾀﾞ", "ヤマダ", "1234567");
        }
        assertThat(dump("vault.box")).doesNotContain("ﾔﾏﾀﾞ").contains("banking.row/");
    }

    private String dump(String table) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                "select coalesce(string_agg(t::text, ''), '') from "
                                        + table
                                        + " t")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void afterTenYearsFilesAreForgottenAndRowsStay() throws SQLException {
        ReadResult.Kept kept = (ReadResult.Kept) take(statement());
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update banking.file set last_day = date '2015-01-01' where id = '"
                            + kept.file()
                            + "'");
        }

        assertThat(Await.value(retention.sweep())).isPositive();

        assertThat(Await.value(files.find(kept.file()).flatMap(sealing::open).hasElement()))
                .isFalse();
        assertThat(rows()).hasSize(12);
    }
}
