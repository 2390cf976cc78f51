package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No statement of the shop reads a whole table that grows, however many years are in it. The
 * statements are taken from the compiled classes, so that none is forgotten, and PostgreSQL, with
 * years of rows in its tables and free to choose, is asked for the plan that it would make for any
 * parameters. All plans are printed to {@code target/statement-plans.txt}.
 */
class StatementPlansModuleTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SQL =
            Pattern.compile(
                    "\\s*(select|insert into|update|delete from|with)\\s.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    /** Rows that each table that grows has, and for how many of its kind the planner takes each. */
    private static final int ROWS = 5_000;

    private static final int EACH = 200;
    private static final Path PLANS = Path.of("target", "statement-plans.txt");

    /**
     * Reads all there is because that is what it is for: the nightly checks of the books, a handler
     * that is given the past when an operator asks, and the page that names all who want to be
     * thanked by name, which is kept in memory.
     */
    private static final Set<String> READS_ALL =
            Set.of(
                    "BalanceChecks.violations",
                    "BankChecks.hasFiles",
                    "BankChecks.keep",
                    "BankChecks.wrong",
                    // The command that computes all of it anew.
                    "BookkeepingProjections.lotDaysProjection",
                    "BookkeepingProjections.piecesProjection",
                    "BookkeepingProjections.statementsProjection",
                    "OutcomeProjections.progressProjection",
                    "OutcomeProjections.sharesProjection",
                    "OutcomeProjections.toldProjection",
                    // When the first file of an account is read.
                    "BroughtIn.notedBefore",
                    "Integrity.wrong",
                    "OutboxStore.redeliver",
                    "PublicNameStore.published",
                    "Snapshots.violations",
                    // A breach may affect everybody.
                    "BreachStore.countOfEverybody",
                    "BreachStore.everybody",
                    "BreachStore.traceEverybody");

    /**
     * @param where class and method
     */
    private record Stated(String where, String sql) {}

    @Test
    void noStatementReadsAWholeTableThatGrows() throws SQLException, IOException {
        List<String> scans = new ArrayList<>();
        List<String> plans = new ArrayList<>();
        try (Connection connection = TestDatabase.fresh().connectSimply();
                Statement statement = connection.createStatement()) {
            fill(statement);
            GrowingTables tables = GrowingTables.of(statement);
            List<Stated> stated = statements();
            assertThat(stated).hasSizeGreaterThan(250);
            for (Stated it : stated) {
                plans.add(it.where() + ": " + it.sql().strip() + "\n" + printed(statement, it));
                tables.scans(plan(statement, it))
                        .filter(scan -> !READS_ALL.contains(it.where()))
                        .map(scan -> it.where() + ": " + scan + " in " + it.sql())
                        .forEach(scans::add);
            }
        }
        Files.write(PLANS, plans);
        assertThat(scans).isEmpty();
    }

    private static void fill(Statement statement) throws SQLException, IOException {
        statement.execute("set zabuton.rows = " + ROWS);
        statement.execute("set zabuton.each = " + EACH);
        statement.execute("set zabuton.small = '" + String.join(",", GrowingTables.small()) + "'");
        try (InputStream script =
                StatementPlansModuleTests.class.getResourceAsStream("/db/years.sql")) {
            statement.execute(new String(script.readAllBytes(), UTF_8));
        }
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

    private static String printed(Statement statement, Stated stated) throws SQLException {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        try (ResultSet rows =
                statement.executeQuery("explain (generic_plan) " + numbered(stated.sql()))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new SQLException("The statement of " + stated.where(), e);
        }
        return lines.toString();
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

    private static List<Stated> statements() throws IOException {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(StatementPlansModuleTests::parsed)
                    .flatMap(StatementPlansModuleTests::statements)
                    .toList();
        }
    }

    private static Path classes() {
        URL root = ZabutonApplication.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(root.toString()));
    }

    private static Stream<Stated> statements(ClassModel type) {
        return type.methods().stream().flatMap(method -> statements(type, method));
    }

    private static Stream<Stated> statements(ClassModel type, MethodModel method) {
        String name = type.thisClass().name().stringValue();
        String where = name.substring(name.lastIndexOf('/') + 1) + "." + method.methodName();
        return method.code().stream()
                .flatMap(StatementPlansModuleTests::texts)
                .filter(text -> SQL.matcher(text).matches())
                .map(text -> new Stated(where, text));
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

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
