package org.lfnkr.zabuton.fulfilment.carrierfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;

import org.lfnkr.zabuton.fulfilment.carrierfile.CarrierFileProperties.Column;
import org.lfnkr.zabuton.web.Csv;
import org.springframework.stereotype.Component;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes orders as a carrier's program reads them. No cell can become a formula, and no character
 * is lost: a row with one that the encoding lacks can't be written.
 */
@Component
class CarrierSheet {

    private final CarrierFileProperties properties;
    private final CarrierCells cells;

    CarrierSheet(CarrierFileProperties properties, CarrierCells cells) {
        this.properties = properties;
        this.cells = cells;
    }

    /** Whether the encoding has every character of it. */
    boolean canWrite(CarrierRow row) {
        Charset charset = properties.charset();
        return columns().stream()
                .map(column -> cell(column, row))
                .allMatch(text -> charset.newEncoder().canEncode(text));
    }

    byte[] write(List<CarrierRow> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv =
                CsvWriter.builder()
                        .bufferSize(0)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .quoteStrategy(QuoteStrategies.REQUIRED)
                        .build(text);
        if (properties.header()) {
            csv.writeRecord(columns().stream().map(Column::title).toList());
        }
        rows.forEach(row -> csv.writeRecord(columns().stream().map(it -> cell(it, row)).toList()));
        return text.toString().getBytes(properties.charset());
    }

    private String cell(Column column, CarrierRow row) {
        return mapped(Csv.harmless(cells.of(column, row)));
    }

    /**
     * What people type for a wave or a bar stands elsewhere in the encoding of Japanese programs,
     * where Java looks for other characters than people type.
     */
    private String mapped(String text) {
        return text.replace('〜', '～').replace('−', '－').replace('—', '―').replace('‖', '∥');
    }

    private List<Column> columns() {
        return properties.columns().isEmpty() ? all() : properties.columns();
    }

    private static List<Column> all() {
        return Arrays.stream(CarrierField.values())
                .map(field -> new Column(field.name().toLowerCase(Locale.ROOT), field, null))
                .toList();
    }
}
