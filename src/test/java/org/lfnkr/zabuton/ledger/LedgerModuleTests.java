package org.lfnkr.zabuton.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ModuleTest
class LedgerModuleTests {

    @Autowired Ledger ledger;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    private final String source = "test:" + UUID.randomUUID();

    private JournalEntry entry(long yen) {
        return new JournalEntry(
                source,
                LocalDate.of(2026, 11, 22),
                "TEST",
                List.of(
                        new Posting(Account.CONSUMPTION_TAX, null, yen),
                        new Posting(Account.DONATIONS, Fund.OPERATIONS, -yen)));
    }

    @Test
    void booksEachSourceOnce() {
        assertThat(ledger.book(entry(700)).block()).isTrue();
        assertThat(ledger.book(entry(900)).block()).isFalse();

        assertThat(sumOf(Account.CONSUMPTION_TAX)).isEqualTo(700);
        assertThat(sumOf(Account.DONATIONS)).isEqualTo(-700);
    }

    @Test
    void knowsWhatIsInAFund() {
        Await.done(ledger.book(entry(700)));

        assertThat(Await.value(ledger.funds())).containsKey(Fund.OPERATIONS);
    }

    @Test
    void refusesAnEntryThatIsOutOfBalance() {
        assertThatThrownBy(() -> write(insertEntry(2), line(1, 100), line(2, -99)))
                .hasStackTraceContaining("out of balance by 1 yen");
    }

    @Test
    void refusesAnEntryWithoutPostings() {
        assertThatThrownBy(() -> write(insertEntry(2))).hasStackTraceContaining("has 0 postings");
    }

    @Test
    void refusesAnEntryOfOnePosting() {
        assertThatThrownBy(() -> write(insertEntry(1))).hasStackTraceContaining("lines");
    }

    @Test
    void refusesABalancedPairThatComesLater() {
        Await.done(ledger.book(entry(700)));

        assertThatThrownBy(() -> write(line(3, 50), line(4, -50)))
                .hasStackTraceContaining("has 4 postings, not 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.posting set yen = 1",
                "delete from ledger.posting",
                "truncate ledger.posting",
                "update ledger.entry set booked_on = date '2000-01-01'",
                "delete from ledger.entry",
                "truncate ledger.entry cascade",
                "update ledger.account set nature = 'ASSET'"
            })
    void isNeverChanged(String change) {
        assertThatThrownBy(() -> database.sql(change).then().block())
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void knowsEveryAccountAsTheCodeDoes(Account account) {
        Boolean ofFund =
                database.sql("select of_fund from ledger.account where code = :code")
                        .bind("code", account.name())
                        .mapValue(Boolean.class)
                        .one()
                        .block();

        assertThat(ofFund).isEqualTo(account.ofFund());
    }

    @Test
    void knowsEveryFundAsTheCodeDoes() {
        List<String> funds =
                Await.value(
                        database.sql("select code from ledger.fund")
                                .mapValue(String.class)
                                .all()
                                .collectList());

        assertThat(funds).containsExactlyInAnyOrder(names(Fund.values()));
    }

    private static String[] names(Fund[] funds) {
        return java.util.Arrays.stream(funds).map(Fund::name).toArray(String[]::new);
    }

    private String insertEntry(int lines) {
        return "insert into ledger.entry (source, kind, booked_on, lines) values ('%s', 'TEST', date"
                        .formatted(source)
                + " '2026-11-22', %d)".formatted(lines);
    }

    private String line(int line, long yen) {
        return "insert into ledger.posting (entry_id, line, account, yen) select id, %d,"
                        .formatted(line)
                + " 'CONSUMPTION_TAX', %d from ledger.entry where source = '%s'"
                        .formatted(yen, source);
    }

    private void write(String... statements) {
        Mono<Void> all = Mono.empty();
        for (String statement : statements) {
            all = all.then(database.sql(statement).then());
        }
        all.as(transaction::transactional).block();
    }

    private long sumOf(Account account) {
        return Await.value(
                database.sql(
                                "select cast(sum(yen) as bigint) from ledger.posting p join"
                                        + " ledger.entry e on e.id = p.entry_id where e.source = :source"
                                        + " and account = :account")
                        .bind("source", source)
                        .bind("account", account.name())
                        .mapValue(Long.class)
                        .one());
    }
}
