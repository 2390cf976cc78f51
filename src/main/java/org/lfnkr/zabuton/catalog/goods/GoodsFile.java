package org.lfnkr.zabuton.catalog.goods;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of goods, a variant in each line; its columns are named as the fields of the forms are.
 *
 * @param rows none where there are faults
 */
record GoodsFile(List<Row> rows, List<Fault> faults) {

    static final List<String> COLUMNS =
            List.of(
                    "slug",
                    "place",
                    "nameJa",
                    "nameEn",
                    "storyJa",
                    "storyEn",
                    "sizeJa",
                    "sizeEn",
                    "materialJa",
                    "materialEn",
                    "careJa",
                    "careEn",
                    "textile",
                    "silhouette",
                    "motif",
                    "sku",
                    "colour",
                    "colourNameJa",
                    "colourNameEn",
                    "price",
                    "tax",
                    "grams",
                    "leadDays",
                    "materials",
                    "making",
                    "packaging",
                    "costsWhy",
                    "evidence");

    /** Columns that take one of a few words, and which. */
    static final Map<String, Set<String>> CHOICES =
            Map.of(
                    "textile", Set.of("", "yes"),
                    "silhouette", Drawings.SILHOUETTES,
                    "motif", Drawings.MOTIFS,
                    "colour", Drawings.COLOURS,
                    "tax", KindForm.TAXES);

    static final int MOST_ROWS = 500;

    /** What a spreadsheet would compute, and the shop would print as it stands. */
    private static final Pattern FORMULA = Pattern.compile("\\s*[=@+].*", Pattern.DOTALL);

    GoodsFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * @param line in the file, as a spreadsheet counts
     */
    record Row(long line, Goods goods, NewKind kind, NewCosts costs) {}

    /**
     * @param line in the file, as a spreadsheet counts
     * @param problem whose field is the column
     */
    record Fault(long line, Problem problem) {}

    /**
     * @param today from which on the costs hold
     */
    static GoodsFile read(String text, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().allowMissingFields(true).ofCsvRecord(text)) {
            List<String> head = List.of();
            for (CsvRecord line : lines) {
                if (head.isEmpty()) {
                    head = line.getFields().stream().map(String::strip).toList();
                    missing(head, faults);
                } else if (rows.size() + faults.size() < MOST_ROWS) {
                    read(line, head, today, rows, faults);
                }
            }
        } catch (CsvParseException | java.io.IOException broken) {
            faults.add(new Fault(1, Problem.of("", "catalog.file.broken")));
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, Problem.of("", "catalog.file.empty")));
        }
        return new GoodsFile(faults.isEmpty() ? rows : List.of(), faults);
    }

    /** What a form can't send: a formula, and a word where a list would offer others. */
    private static List<Problem> unlikely(Map<String, String> cells) {
        return COLUMNS.stream()
                .filter(cells::containsKey)
                .flatMap(
                        column ->
                                unlikely(column, Objects.requireNonNull(cells.get(column)))
                                        .stream())
                .toList();
    }

    private static Optional<Problem> unlikely(String column, String cell) {
        if (FORMULA.matcher(cell).matches()) {
            return Optional.of(Problem.of(column, "catalog.file.formula"));
        }
        Set<String> choices = CHOICES.getOrDefault(column, Set.of(cell));
        return choices.contains(cell)
                ? Optional.empty()
                : Optional.of(Problem.of(column, "catalog.file.choice", words(choices)));
    }

    /** What can be typed into columns of a few words. */
    static Map<String, String> choices() {
        return CHOICES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> words(it.getValue())));
    }

    private static Set<String> fields(List<Problem> problems) {
        return problems.stream().map(Problem::field).collect(Collectors.toSet());
    }

    private static String words(Set<String> choices) {
        return choices.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    }

    private static void missing(List<String> head, List<Fault> faults) {
        COLUMNS.stream()
                .filter(column -> !head.contains(column))
                .map(column -> new Fault(1, Problem.of(column, "catalog.file.column")))
                .forEach(faults::add);
    }

    private static void read(
            CsvRecord line,
            List<String> head,
            LocalDate today,
            List<Row> rows,
            List<Fault> faults) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(head.size(), line.getFieldCount()); i++) {
            cells.put(head.get(i), line.getField(i));
        }
        List<Problem> unlikely = unlikely(cells);
        cells.put("costsFrom", today.toString());
        FormReader reader = new FormReader(cells);
        Row row =
                new Row(
                        line.getStartingLineNumber(),
                        GoodsForm.fresh(reader),
                        KindForm.fresh(reader),
                        KindForm.costs(reader, today));
        Stream.concat(
                        unlikely.stream(),
                        GoodsPages.problems(reader, row.goods()).stream()
                                .filter(problem -> !fields(unlikely).contains(problem.field())))
                .sorted(Comparator.comparing(problem -> COLUMNS.indexOf(problem.field())))
                .map(problem -> new Fault(row.line(), problem))
                .forEach(faults::add);
        rows.add(row);
    }
}
