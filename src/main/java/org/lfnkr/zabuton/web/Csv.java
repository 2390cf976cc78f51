package org.lfnkr.zabuton.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A table as a file that spreadsheets open rightly: in UTF-8 with its mark, and no formula in it.
 */
public final class Csv implements Sheet {

    /** By which programs of Japanese offices know UTF-8. */
    private static final String MARK = "\ufeff";

    /** How a spreadsheet begins a formula, in full width as well, and what it skips before one. */
    private static final String FORMULA = "=+-@＝＋－＠\t\r\n";

    private final StringWriter text = new StringWriter().append(MARK);
    private final CsvWriter writer =
            CsvWriter.builder()
                    .bufferSize(0)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .quoteStrategy(QuoteStrategies.REQUIRED)
                    .build(text);

    private Csv() {}

    /**
     * @param head the names of the columns
     */
    public static Csv of(List<String> head) {
        Csv csv = new Csv();
        csv.row(head.toArray());
        return csv;
    }

    /**
     * Adds a row. Numbers are written as such; a text that would be a formula gets a ' before it.
     */
    @Override
    public Csv row(Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(Csv::cell).toArray(String[]::new));
        return this;
    }

    private static String cell(Object value) {
        return value instanceof Number ? value.toString() : harmless(value.toString());
    }

    /** The text with a ' before it where a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    @Override
    public ResponseEntity<byte[]> answer(String fileName) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(fileName).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(toString().getBytes(StandardCharsets.UTF_8));
    }
}
