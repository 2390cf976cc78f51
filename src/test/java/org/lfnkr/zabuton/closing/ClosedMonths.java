package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.support.TestDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.UUID;

/** A database of its own whose months can be closed without anybody's passkey. */
final class ClosedMonths implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final Connection owner;

    ClosedMonths() throws SQLException {
        this.owner = database.connect();
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }

    /** Money in cash that came for a fund, or below zero was spent of it. */
    static String entry(String source, String day, String fund, long yen) {
        String[] parts = source.split(":", 2);
        return "select ledger.book('%s', '%s', 'TEST', '%s', '{CASH,DONATIONS}', '{NULL,%s}', '{%d,%d}')"
                .formatted(parts[0], parts[1], day, fund, yen, -yen);
    }

    /** False where it was there before. */
    boolean book(String source, String day, String fund, long yen) throws SQLException {
        return ask(entry(source, day, fund, yen)).equals("t");
    }

    /** On which day the journal has it. */
    String day(String source) throws SQLException {
        return ask("select booked_on from ledger.entry where source = '" + source + "'");
    }

    /**
     * @param on a day, at ten in the morning in Tokyo
     */
    boolean begin(String month, String on) throws SQLException {
        return ask("select closing.begin('%s-01', gen_random_uuid(), 'desk', '%s 10:00+09')"
                        .formatted(month, on))
                .equals("t");
    }

    /** An approval of a close, signed by nobody: only the owner of the tables can make one. */
    UUID signed(String month) throws SQLException {
        UUID approval = UUID.randomUUID();
        run("set session_replication_role = replica");
        run(
                """
                insert into approvals.approval (id, kind, subject, title_en, title_ja, content, content_hash,
                    proposer, reason, proposed_at, ends_at, state, decided_at, approver)
                select '%s', 'closing.close', id, 't', 't', '', sha256(''), gen_random_uuid(), 'over', now(),
                    now() + interval '1 day', 'APPROVED', now(), gen_random_uuid()
                from closing.period where month = '%s-01'
                """
                        .formatted(approval, month));
        run("reset session_replication_role");
        return approval;
    }

    static String closeCall(String month, UUID approval) {
        return "select encode(closing.close('%s-01', '%s', now()), 'hex')"
                .formatted(month, approval);
    }

    /** The hash of what was kept. */
    String close(String month) throws SQLException {
        return ask(closeCall(month, signed(month)));
    }

    /** Begins on the first day after it, and closes. */
    String beginAndClose(String month) throws SQLException {
        if (!begin(month, YearMonth.parse(month).plusMonths(1).atDay(1).toString())) {
            throw new AssertionError("Not the turn of " + month);
        }
        return close(month);
    }

    /** What was kept, as text. */
    String kept(String month) throws SQLException {
        return ask(
                "select convert_from(snapshot, 'UTF8') from closing.period where month = '%s-01'"
                        .formatted(month));
    }

    /** What the journal says of it now. */
    String computed(String month) throws SQLException {
        return ask("select convert_from(closing.snapshot('%s-01'), 'UTF8')".formatted(month));
    }

    void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; empty where there is none. */
    String ask(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
