package org.lfnkr.zabuton;

import tools.jackson.databind.JsonNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Knows which tables grow, and finds in a plan where it reads the whole of one. */
public final class GrowingTables {

    /** Tables that don't grow, or whose rows a person could count, and why. */
    private static final Map<String, List<String>> SMALL =
            Map.of(
                    "has as many rows as there are things, written down by staff",
                    List.of(
                            "banking.account",
                            "banking.noted_before",
                            "bookkeeping.ripening_version",
                            "catalog.cost_sheet",
                            "catalog.photograph",
                            "catalog.price",
                            "catalog.product",
                            "catalog.variant",
                            "funds.policy_draft",
                            "funds.policy_draft_share",
                            "funds.policy_withdrawal",
                            "funds.price_draft",
                            "funds.ripening_draft",
                            "funds.target_draft",
                            "impact.allocation_policy",
                            "impact.allocation_share",
                            "impact.fund_target",
                            "impact.outcome",
                            "impact.price",
                            "impact.told",
                            "staff.snooze",
                            "stock.item"),
                    "comes with the shop",
                    List.of(
                            "bookkeeping.ripening",
                            "fulfilment.carrier",
                            "guard.gate",
                            "ledger.account",
                            "ledger.fund",
                            "outbox.handler",
                            "shipping.country",
                            "shipping.prefecture",
                            "shipping.rate",
                            "shipping.zone"),
                    "has one row",
                    List.of(
                            "bookkeeping.bank_comparison",
                            "bookkeeping.summed",
                            "ledger.closing_period",
                            "ledger.journal_lock",
                            "ledger.summed",
                            "reporting.summed",
                            "payments.balance_cursor",
                            "payments.balance_stated",
                            "payments.event_cursor",
                            "staff.role_lock",
                            "startup.home",
                            "vault.key_directory"),
                    "is emptied whenever it is read",
                    List.of("reporting.recount"),
                    "gets rows by the day, month or year, however much is sold",
                    List.of(
                            "bookkeeping.day_sum",
                            "bookkeeping.expected_back",
                            "bookkeeping.nightly_check",
                            "closing.correction",
                            "closing.period",
                            "closing.waiver",
                            "funds.delivery",
                            "funds.disbursement",
                            "funds.disbursement_evidence",
                            "funds.disbursement_return",
                            "funds.transfer",
                            "funds.purchase",
                            "funds.purchase_draft",
                            "funds.shortfall",
                            "ledger.closed_period",
                            "ledger.day_sum",
                            "reporting.month_sum",
                            "receipts.counter"));

    private final List<Index> indexes;

    private GrowingTables(List<Index> indexes) {
        this.indexes = indexes;
    }

    /**
     * @param table with its schema
     * @param partial whether it holds a part of its table only, such as what is not done yet
     */
    record Index(String name, String table, boolean partial) {}

    /** As the database has them now. */
    static GrowingTables of(Statement statement) throws SQLException {
        List<Index> found = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select indexname, schemaname || '.' || tablename,"
                                + " indexdef like '% WHERE %' from pg_indexes")) {
            while (rows.next()) {
                found.add(new Index(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return new GrowingTables(found);
    }

    /** Those that don't grow, with their schemas. */
    public static List<String> small() {
        return SMALL.values().stream().flatMap(List::stream).toList();
    }

    /** Each node of a plan that reads a whole table that grows. */
    Stream<String> scans(JsonNode plan) {
        return scans(plan, false);
    }

    private Stream<String> scans(JsonNode plan, boolean limited) {
        String kind = plan.path("Node Type").asString();
        return Stream.concat(
                isWhole(plan, kind, limited) ? Stream.of(kind) : Stream.empty(),
                StreamSupport.stream(plan.path("Plans").spliterator(), false)
                        .flatMap(part -> scans(part, kind.equals("Limit"))));
    }

    private boolean isWhole(JsonNode plan, String kind, boolean limited) {
        String schema = plan.path("Schema").asString();
        if (kind.equals("Seq Scan")) {
            return !schema.equals("pg_catalog")
                    && !small().contains(schema + "." + plan.path("Relation Name").asString());
        }
        return kind.contains("Index")
                && !plan.has("Index Cond")
                && !limited
                && indexes.stream()
                        .filter(index -> index.name().equals(plan.path("Index Name").asString()))
                        .filter(index -> index.table().startsWith(schema))
                        .anyMatch(index -> !index.partial() && !small().contains(index.table()));
    }
}
