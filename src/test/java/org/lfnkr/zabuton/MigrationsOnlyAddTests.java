package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node of the version before goes on while the first node of the next one has migrated already:
 * so a migration since the last release takes nothing away that the older node uses. What has to go
 * goes in two steps (see infra/production/UPGRADING.md); the second says so in a comment.
 */
class MigrationsOnlyAddTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The last one of the last release. To be raised with each release. */
    private static final int RELEASED = 991;

    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("\\bcreate table (?:if not exists )?([\\w.]+)");

    /** Called by the database alone, with what calls it. */
    private static final Pattern OF_A_TRIGGER =
            Pattern.compile("\\bcreate (?:or replace )?function ([\\w.]+) ?\\(\\) returns trigger");

    /** The second step of something whose first step an older release has taken. */
    private static final Pattern SECOND_STEP =
            Pattern.compile("(?mi)^-- second step of V(\\d+)\\b");

    /** What an older node misses, and the table or thing that it is done to. */
    private static final Map<String, Pattern> TAKES_AWAY =
            Map.of(
                    "drops what an older node reads or calls",
                    Pattern.compile(
                            "^drop (?:table|view|materialized view|function|procedure|sequence|schema|type|domain)"
                                    + " (?:if exists )?([\\w.]+)"),
                    "drops a column",
                    Pattern.compile("^alter table (?:only )?([\\w.]+) .*\\bdrop column\\b"),
                    "renames",
                    Pattern.compile("^alter \\w+ (?:only )?([\\w.]+) .*\\brename\\b"),
                    "changes a type",
                    Pattern.compile(
                            "^alter table (?:only )?([\\w.]+) .*\\balter (?:column )?\\w+ (?:set data )?type\\b"),
                    "demands what an older node leaves empty",
                    Pattern.compile("^alter table (?:only )?([\\w.]+) .*\\bset not null\\b"),
                    "adds a column that an older node leaves empty",
                    Pattern.compile(
                            "^alter table (?:only )?([\\w.]+) .*\\badd (?:column )?(?!constraint)\\w+"
                                    + " (?:(?!\\bdefault\\b|\\bgenerated\\b|,).)*\\bnot null\\b"
                                    + "(?!(?:(?!,).)*\\b(?:default|generated)\\b)"),
                    "takes a right that an older node uses",
                    Pattern.compile(
                            "^revoke .* on (?:table )?([\\w.]+).* from \"?\\$\\{approle\\}"));

    @Test
    void anOlderNodeGoesOn() {
        Map<Integer, String> since = migrationsAfter(RELEASED);
        Set<String> notUsed = named(CREATED, since);
        notUsed.addAll(named(OF_A_TRIGGER, migrationsAfter(0)));

        assertThat(
                        since.entrySet().stream()
                                .filter(file -> !isSecondStep(file.getValue()))
                                .flatMap(
                                        file ->
                                                harm(file.getValue(), notUsed)
                                                        .map(it -> "V" + file.getKey() + " " + it))
                                .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table orders.orders drop column note",
                "alter table orders.orders rename column note to remark",
                "ALTER TABLE orders.orders\n  ADD COLUMN colour text NOT NULL",
                "alter table orders.orders add colour text not null check (colour <> '')",
                "alter table orders.orders alter column yen type numeric",
                "alter table orders.orders alter yen set not null",
                "drop function if exists orders.place(uuid)",
                "drop view outbox.parked; create view outbox.parked as select 1",
                "revoke insert on orders.orders from \"${appRole}\"",
                "create table a.b (id int); drop table a.c"
            })
    void whatTakesAwayIsSeen(String sql) {
        assertThat(harm(sql, Set.of())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table orders.orders add column colour text",
                "alter table orders.orders add column colour text not null default 'red'",
                "alter table orders.orders add column colour text default 'red' not null",
                "alter table orders.orders add column total int not null generated always as (1) stored",
                "alter table orders.orders add column a text, add column b int not null default 0",
                "alter table orders.orders drop constraint too_strict",
                "create or replace function a.b() returns int language sql as $$ select 1; -- drop table a.c\n $$",
                "alter table young.one rename to other",
                "drop index orders.slow"
            })
    void whatAddsIsFine(String sql) {
        assertThat(harm(sql, Set.of("young.one"))).isEmpty();
    }

    @Test
    void aSecondStepNamesTheFirst() {
        assertThat(isSecondStep(secondStepOf(RELEASED))).isTrue();
        assertThat(isSecondStep(secondStepOf(RELEASED + 1))).as("not released").isFalse();
    }

    private static String secondStepOf(int version) {
        return "-- Second step of V%d: nobody reads it.\ndrop table a.b;".formatted(version);
    }

    private static boolean isSecondStep(String sql) {
        Matcher step = SECOND_STEP.matcher(sql);
        return step.find() && Integer.parseInt(step.group(1)) <= RELEASED;
    }

    private static Set<String> named(Pattern pattern, Map<Integer, String> migrations) {
        return migrations.values().stream()
                .flatMap(sql -> pattern.matcher(plain(sql)).results())
                .map(made -> made.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> harm(String sql, Set<String> notUsed) {
        return Stream.of(plain(sql).split(";"))
                .map(String::strip)
                .flatMap(statement -> harmOf(statement, notUsed).stream());
    }

    private static Optional<String> harmOf(String statement, Set<String> notUsed) {
        return TAKES_AWAY.entrySet().stream()
                .flatMap(
                        kind -> {
                            Matcher found = kind.getValue().matcher(statement);
                            return found.find() && !notUsed.contains(found.group(1))
                                    ? Stream.of(kind.getKey() + ": " + statement)
                                    : Stream.empty();
                        })
                .findFirst();
    }

    /** Without comments and bodies of functions, on one line each, in small letters. */
    private static String plain(String sql) {
        return sql.replaceAll("(?s)(\\$\\w*\\$).*?\\1", "''")
                .replaceAll("--[^\n]*", " ")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<Integer, String> migrationsAfter(int version) {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> all = files.toList();
            Map<Integer, String> since = new TreeMap<>();
            for (Path file : all) {
                Matcher name = NUMBER.matcher(file.getFileName().toString());
                if (name.matches() && Integer.parseInt(name.group(1)) > version) {
                    since.put(Integer.parseInt(name.group(1)), Files.readString(file));
                }
            }
            return since;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
