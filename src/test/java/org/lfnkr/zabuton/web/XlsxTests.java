package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

class XlsxTests {

    @Test
    void keepsTextsAsTextsAndNumbersAsNumbers() throws IOException {
        List<Row> rows =
                read(Xlsx.of(List.of("a", "b")).row("=1+1", 42L).row("<座布団> & \u0000\uffff\"", -7));

        assertThat(rows)
                .extracting(row -> row.stream().map(Cell::getValue).toList())
                .containsExactly(
                        List.of("a", "b"),
                        List.of("=1+1", BigDecimal.valueOf(42)),
                        List.of("<座布団> & \"", BigDecimal.valueOf(-7)));
        assertThat(rows)
                .flatExtracting(row -> row.stream().map(Cell::getType).toList())
                .containsOnly(CellType.STRING, CellType.NUMBER);
    }

    private static List<Row> read(Xlsx sheet) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(sheet.bytes()))) {
            return book.getFirstSheet().read();
        }
    }
}
