package org.lfnkr.zabuton.closing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a month's accounts and funds come to: as it was kept, or of an open month as it is now. */
@Component
class Figures {

    private static final String NOW =
            """
            select account, coalesce(fund, '') as fund,
                   cast(coalesce(sum(yen) filter (where booked_on < :first), 0) as bigint) as opening,
                   cast(coalesce(sum(yen) filter (where booked_on >= :first), 0) as bigint) as change
            from ledger.balance where booked_on <= :last
            group by account, fund order by account, fund
            """;

    private static final String NAMES =
            """
            select code, name_en, name_ja, nature in ('ASSET', 'EXPENSE') as debit from ledger.account
            union all
            select 'fund ' || code, name_en, name_ja, false from ledger.fund
            """;

    private static final Name UNKNOWN = new Name(new Bilingual("?", "？"), true);

    private final PeriodStore periods;
    private final DatabaseClient database;

    Figures(PeriodStore periods, DatabaseClient database) {
        this.periods = periods;
        this.database = database;
    }

    private record Name(Bilingual words, boolean debit) {

        Money sign(Money yen) {
            return debit ? yen : Money.ZERO.minus(yen);
        }
    }

    Mono<List<Figure>> of(Period period) {
        Mono<List<Snapshot.Line>> lines =
                period.isClosed() ? periods.kept(period.month()).map(Snapshot::lines) : now(period);
        return Mono.zip(
                lines,
                names(),
                (some, named) -> some.stream().map(line -> figure(line, named)).toList());
    }

    private Mono<List<Snapshot.Line>> now(Period period) {
        return database.sql(NOW)
                .bind("first", period.first())
                .bind("last", period.last())
                .map(Figures::line)
                .all()
                .collectList();
    }

    private static Snapshot.Line line(Readable row) {
        Money opening = Row.money(row, "opening");
        Money change = Row.money(row, "change");
        return new Snapshot.Line(
                Row.text(row, "account"),
                Row.text(row, "fund"),
                opening,
                change.isNegative() ? Money.ZERO : change,
                change.isNegative() ? Money.ZERO.minus(change) : Money.ZERO,
                opening.plus(change));
    }

    private Mono<Map<String, Name>> names() {
        return database.sql(NAMES)
                .map(
                        row ->
                                Map.entry(
                                        Row.text(row, "code"),
                                        new Name(
                                                new Bilingual(
                                                        Row.text(row, "name_en"),
                                                        Row.text(row, "name_ja")),
                                                Row.flag(row, "debit"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Figure figure(Snapshot.Line line, Map<String, Name> names) {
        Name account = Objects.requireNonNullElse(names.get(line.account()), UNKNOWN);
        return new Figure(
                line.account(),
                account.words(),
                line.fund(),
                fund(line.fund(), names),
                account.sign(line.opening()),
                line.debit(),
                line.credit(),
                account.sign(line.closing()));
    }

    private static @Nullable Bilingual fund(String code, Map<String, Name> names) {
        return code.isEmpty()
                ? null
                : Objects.requireNonNullElse(names.get("fund " + code), UNKNOWN).words();
    }
}
