package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is used of PostgreSQL is what {@code infra/postgresql-features.md} says, and no more. */
class PostgresFeaturesModuleTests {

    private static final Path LIST = Path.of("infra/postgresql-features.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| (needed|where it is there) \\|");

    /** As YugabyteDB's documentation says it, in the words of our list. */
    private static final Set<String> MISSING_THERE =
            Set.of(
                    "deferred constraint triggers",
                    "deferrable foreign keys",
                    "deferrable unique constraints",
                    "exclusion constraints",
                    "gist indexes",
                    "notify",
                    "listen",
                    "transition tables",
                    "lock table",
                    "inheritance",
                    "unlogged tables",
                    "transaction ids",
                    "indexes on arrays or jsonb");

    private static final String OURS =
            " join pg_namespace n on n.oid = %s where n.nspname not like 'pg\\_%%'"
                    + " and n.nspname <> 'information_schema'"
                    + " and not exists (select from pg_depend d where d.objid = %s and d.deptype = 'e')"
                    + " and ";

    /** Asked of the catalogue, where it knows. */
    private static final Map<String, String> IN_THE_SCHEMA =
            Map.ofEntries(
                    entry(
                            "deferrable foreign keys",
                            constraint("c.condeferrable and contype = 'f'")),
                    entry(
                            "deferrable unique constraints",
                            constraint("c.condeferrable and contype in ('p', 'u')")),
                    entry("exclusion constraints", constraint("contype = 'x'")),
                    entry("deferred constraint triggers", trigger("tgdeferrable")),
                    entry(
                            "transition tables",
                            trigger("(tgnewtable is not null or tgoldtable is not null)")),
                    entry("row triggers", trigger("tgtype & 1 = 1 and tgconstraint = 0")),
                    entry("statement triggers", trigger("tgtype & 1 = 0")),
                    entry("generated stored columns", column("attgenerated = 's'")),
                    entry("generated virtual columns", column("attgenerated = 'v'")),
                    entry("identity columns", column("attidentity <> ''")),
                    entry("arrays", column("format_type(a.atttypid, null) like '%[]'")),
                    entry("jsonb", column("a.atttypid = 'jsonb'::regtype")),
                    entry("json", column("a.atttypid = 'json'::regtype")),
                    entry("xml", column("a.atttypid = 'xml'::regtype")),
                    entry("uuid", column("a.atttypid = 'uuid'::regtype")),
                    entry("bytea", column("a.atttypid = 'bytea'::regtype")),
                    entry(
                            "range columns",
                            column(
                                    "exists (select from pg_range r where r.rngtypid = a.atttypid)")),
                    entry("partial indexes", index("i.indpred is not null and not i.indisunique")),
                    entry(
                            "partial unique indexes",
                            index("i.indpred is not null and i.indisunique")),
                    entry("expression indexes", index("i.indexprs is not null")),
                    entry("covering indexes", index("i.indnatts > i.indnkeyatts")),
                    entry("nulls not distinct", index("i.indnullsnotdistinct")),
                    entry("gist indexes", index(method("gist"))),
                    entry("gin indexes", index(method("gin"))),
                    entry("brin indexes", index(method("brin"))),
                    entry("hash indexes", index(method("hash"))),
                    entry("sequences", relation("relkind = 'S'")),
                    entry("views", relation("relkind = 'v'")),
                    entry("materialized views", relation("relkind = 'm'")),
                    entry("partitions", relation("relkind = 'p'")),
                    entry("foreign tables", relation("relkind = 'f'")),
                    entry("unlogged tables", relation("relpersistence = 'u'")),
                    entry("row security", relation("relrowsecurity")),
                    entry(
                            "inheritance",
                            relation(
                                    "exists (select from pg_inherits h where h.inhrelid = c.oid)"
                                            + " and not relispartition")),
                    entry(
                            "security invoker views",
                            relation("'security_invoker=true' = any(reloptions)")),
                    entry("security definer", function("prosecdef")),
                    entry("functions in plpgsql", function(language("plpgsql"))),
                    entry("functions in sql", function(language("sql"))),
                    entry("procedures", function("prokind = 'p'")),
                    entry("domains", type("typtype = 'd'")),
                    entry("enums", type("typtype = 'e'")),
                    entry(
                            "extension btree_gist",
                            "select from pg_extension where extname = 'btree_gist'"),
                    entry(
                            "other extensions",
                            "select from pg_extension where extname not in ('plpgsql', 'btree_gist')"));

    /** Looked for in what functions do and in the shop's statements. */
    private static final Map<String, Pattern> IN_STATEMENTS =
            Map.ofEntries(
                    text("row locks", "for (no key )?update|for (key )?share"),
                    text("skip locked", "skip locked"),
                    text("on conflict", "on conflict"),
                    text("merge", "\\bmerge into"),
                    text("returning", "\\breturning\\b"),
                    text(
                            "common table expressions",
                            "\\bwith (recursive )?\\w+( \\([^)]*\\))? as "),
                    text("window functions", "\\bover \\("),
                    text("lateral joins", "\\blateral\\b"),
                    text("aggregate filters", "\\) filter \\("),
                    text("notify", "pg_notify\\("),
                    text("listen", "\"listen "),
                    text("advisory locks", "pg_(try_)?advisory_"),
                    text("set constraints", "set constraints"),
                    text("lock table", "lock table"),
                    text("ranges", "\\b(date|ts|tstz|int4|int8|num)range\\("),
                    text("transaction ids", "txid_|pg_current_xact|pg_snapshot|\\bxmin\\b"),
                    text("full text", "to_tsvector|to_tsquery"),
                    text("grouping sets", "grouping sets|\\bcube \\(|\\brollup \\("),
                    text("pg_control_system", "pg_control_system"),
                    text("large objects", "\\blo_(create|import|get)"),
                    text("copy", "\\bcopy \\w+(\\.\\w+)? (from|\\()"));

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theListIsWhatIsUsed() throws Exception {
        assertThat(used()).isEqualTo(new TreeSet<>(listed().keySet()));
    }

    @Test
    void whatIsNeededIsThereInYugabyte() throws Exception {
        assertThat(listed())
                .isNotEmpty()
                .allSatisfy(
                        (feature, is) ->
                                assertThat(is.equals("needed") && MISSING_THERE.contains(feature))
                                        .as(feature)
                                        .isFalse());
    }

    private static Map<String, String> listed() throws IOException {
        return ROW.matcher(Files.readString(LIST))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private Set<String> used() throws Exception {
        Set<String> used = new TreeSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (var feature : IN_THE_SCHEMA.entrySet()) {
                if (has(statement, feature.getValue())) {
                    used.add(feature.getKey());
                }
            }
            String all = functions(statement) + sources();
            IN_STATEMENTS.forEach(
                    (feature, pattern) ->
                            pattern.matcher(all)
                                    .results()
                                    .map(MatchResult::group)
                                    .findFirst()
                                    .ifPresent(found -> used.add(feature)));
        }
        return used;
    }

    private static boolean has(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql + " limit 1")) {
            return row.next();
        }
    }

    private static String functions(Statement statement) throws SQLException {
        String definitions =
                "select string_agg(pg_get_functiondef(p.oid), chr(10)) from pg_proc p"
                        + ours("p.pronamespace", "p.oid")
                        + "prokind in ('f', 'p')";
        String constraints =
                "select string_agg(pg_get_constraintdef(oid), chr(10)) from pg_constraint";
        StringBuilder all = new StringBuilder();
        for (String sql : Set.of(definitions, constraints)) {
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                all.append(row.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(PostgresFeaturesModuleTests::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Without comments, which talk of what isn't done. */
    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*(/?\\*|//).*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map.Entry<String, Pattern> text(String feature, String pattern) {
        return entry(feature, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    private static String ours(String namespace, String object) {
        return OURS.formatted(namespace, object);
    }

    private static String constraint(String is) {
        return "select from pg_constraint c" + ours("c.connamespace", "c.oid") + is;
    }

    private static String trigger(String is) {
        return "select from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                + ours("c.relnamespace", "c.oid")
                + "not tgisinternal and "
                + is;
    }

    private static String column(String is) {
        return "select from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + ours("c.relnamespace", "c.oid")
                + "c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and "
                + is;
    }

    private static String index(String is) {
        return "select from pg_index i join pg_class c on c.oid = i.indexrelid"
                + ours("c.relnamespace", "c.oid")
                + is;
    }

    private static String method(String name) {
        return "c.relam = (select oid from pg_am where amname = '" + name + "')";
    }

    private static String relation(String is) {
        return "select from pg_class c" + ours("c.relnamespace", "c.oid") + is;
    }

    private static String function(String is) {
        return "select from pg_proc p" + ours("p.pronamespace", "p.oid") + is;
    }

    private static String language(String name) {
        return "p.prolang = (select oid from pg_language where lanname = '" + name + "')";
    }

    private static String type(String is) {
        return "select from pg_type t" + ours("t.typnamespace", "t.oid") + is;
    }
}
