package org.lfnkr.zabuton.catalog.goods;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static final int MOST_ROWS = 500;

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
        cells.put("costsFrom", today.toString());
        FormReader reader = new FormReader(cells);
        Row row =
                new Row(
                        line.getStartingLineNumber(),
                        GoodsForm.fresh(reader),
                        KindForm.fresh(reader),
                        KindForm.costs(reader, today));
        GoodsPages.problems(reader, row.goods()).stream()
                .map(problem -> new Fault(row.line(), problem))
                .forEach(faults::add);
        rows.add(row);
    }
}
