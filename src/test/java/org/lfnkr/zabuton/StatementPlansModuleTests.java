package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.TestDatabase;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * No statement of the shop reads a whole table that grows, however many years are in it. The
 * statements are taken from the compiled classes, so that none is forgotten, and PostgreSQL is
 * asked for the plan that it would make for any parameters while a scan of a whole table is the
 * last thing that it may choose: what it still plans as one has no index that serves it.
 */
class StatementPlansModuleTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SQL =
            Pattern.compile(
                    "\\s*(select|insert into|update|delete from|with)\\s.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    /**
     * What staff write down or comes with the shop, which has as many rows as there are things, and
     * the sums of the books, a few a day.
     */
    private static final Set<String> SMALL =
            Set.of(
                    "catalog.cost_sheet",
                    "catalog.product",
                    "catalog.variant",
                    "guard.gate",
                    "ledger.account",
                    "ledger.day_sum",
                    "ledger.fund",
                    "ledger.summed",
                    "payments.event_cursor",
                    "shipping.country",
                    "shipping.prefecture",
                    "shipping.rate",
                    "shipping.zone",
                    "vault.key_directory");

    /**
     * Reads all there is because that is what it is for: the nightly check of the books, and a
     * handler that is given the past when an operator asks.
     */
    private static final Set<String> READS_ALL = Set.of("Integrity.wrong", "OutboxStore.redeliver");

    /**
     * @param where class and method
     */
    private record Stated(String where, String sql) {}

    /**
     * @param table with its schema
     * @param partial whether it holds a part of its table only, such as what is not done yet
     */
    private record Index(String name, String table, boolean partial) {}

    @Test
    void noStatementReadsAWholeTableThatGrows() throws SQLException {
        List<String> scans = new ArrayList<>();
        try (Connection connection = TestDatabase.fresh().connectSimply();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_hashjoin = off");
            statement.execute("set enable_mergejoin = off");
            List<Index> indexes = indexes(statement);
            List<Stated> stated = statements().toList();
            assertThat(stated).hasSizeGreaterThan(250);
            for (Stated it : stated) {
                scans(plan(statement, it), false, indexes)
                        .filter(scan -> !READS_ALL.contains(it.where()))
                        .map(scan -> it.where() + ": " + scan + " in " + it.sql())
                        .forEach(scans::add);
            }
        }
        assertThat(scans).isEmpty();
    }

    @Test
    void noIndexIsThereTwice() throws SQLException {
        List<String> twice = new ArrayList<>();
        try (Connection connection = TestDatabase.fresh().connectSimply();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select a.indexrelid::regclass || ' and ' || b.indexrelid::regclass
                                from pg_index a join pg_index b using (indrelid, indkey, indclass, indoption)
                                where a.indexrelid < b.indexrelid
                                  and coalesce(pg_get_expr(a.indpred, indrelid), '')
                                      = coalesce(pg_get_expr(b.indpred, indrelid), '')
                                """)) {
            while (rows.next()) {
                twice.add(rows.getString(1));
            }
        }
        assertThat(twice).isEmpty();
    }

    private static List<Index> indexes(Statement statement) throws SQLException {
        List<Index> found = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "select indexname, schemaname || '.' || tablename,"
                                + " indexdef like '% WHERE %' from pg_indexes")) {
            while (rows.next()) {
                found.add(new Index(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return found;
    }

    private static JsonNode plan(Statement statement, Stated stated) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery(
                        "explain (generic_plan, verbose, format json) " + numbered(stated.sql()))) {
            rows.next();
            return JSON.readTree(rows.getString(1)).get(0).get("Plan");
        } catch (SQLException e) {
            throw new SQLException(stated.where() + ": " + stated.sql(), e);
        }
    }

    /**
     * Parameters have numbers here. What is put together at run time is a list of columns to set;
     * as a condition it would serve no index, and be found.
     */
    private static String numbered(String sql) {
        Map<String, Integer> numbers = new HashMap<>();
        return PARAMETER
                .matcher(sql.replace("\u0001", "id = id").replace("%s", "null").replace("?", ":it"))
                .replaceAll(
                        name ->
                                "\\$"
                                        + numbers.computeIfAbsent(
                                                name.group(1), it -> numbers.size() + 1));
    }

    private static Stream<String> scans(JsonNode plan, boolean limited, List<Index> indexes) {
        String kind = plan.path("Node Type").asString();
        return Stream.concat(
                isWhole(plan, kind, limited, indexes) ? Stream.of(kind) : Stream.empty(),
                StreamSupport.stream(plan.path("Plans").spliterator(), false)
                        .flatMap(part -> scans(part, kind.equals("Limit"), indexes)));
    }

    private static boolean isWhole(
            JsonNode plan, String kind, boolean limited, List<Index> indexes) {
        String schema = plan.path("Schema").asString();
        if (kind.equals("Seq Scan")) {
            return !SMALL.contains(schema + "." + plan.path("Relation Name").asString());
        }
        return kind.contains("Index")
                && !plan.has("Index Cond")
                && !limited
                && indexes.stream()
                        .filter(index -> index.name().equals(plan.path("Index Name").asString()))
                        .filter(index -> index.table().startsWith(schema))
                        .anyMatch(index -> !index.partial() && !SMALL.contains(index.table()));
    }

    private static Stream<Stated> statements() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.lfnkr.zabuton")
                        .stream()
                        .flatMap(StatementPlansModuleTests::statements);
    }

    private static Stream<Stated> statements(JavaClass type) {
        return parsed(type).methods().stream()
                .flatMap(
                        method ->
                                method.code().stream()
                                        .flatMap(
                                                code ->
                                                        texts(code)
                                                                .filter(
                                                                        text ->
                                                                                SQL.matcher(text)
                                                                                        .matches())
                                                                .map(
                                                                        text ->
                                                                                new Stated(
                                                                                        type
                                                                                                        .getSimpleName()
                                                                                                + "."
                                                                                                + method
                                                                                                        .methodName(),
                                                                                        text))));
    }

    private static Stream<String> texts(CodeModel code) {
        return code.elementStream().flatMap(StatementPlansModuleTests::text);
    }

    private static Stream<String> text(CodeElement element) {
        return switch (element) {
            case ConstantInstruction constant
                    when constant.constantValue() instanceof String text ->
                    Stream.of(text);
            case InvokeDynamicInstruction call
                    when call.name().stringValue().equals("makeConcatWithConstants") ->
                    call.bootstrapArgs().stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast);
            default -> Stream.empty();
        };
    }

    private static ClassModel parsed(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
