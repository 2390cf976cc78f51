package org.lfnkr.zabuton.web;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A table as an Office Open XML workbook of one sheet. Texts stand in their cells as texts, which
 * no program takes for a formula.
 */
public final class Xlsx implements Sheet {

    private static final MediaType TYPE =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(bytes, "Zabuton", null);
    private final Worksheet sheet = book.newWorksheet("Zabuton");
    private int rows;

    private Xlsx() {}

    /**
     * @param head the names of the columns
     */
    public static Xlsx of(List<String> head) {
        return new Xlsx().row(head.toArray());
    }

    @Override
    public Xlsx row(Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(rows, column, number);
            } else {
                sheet.value(rows, column, cells[column].toString());
            }
        }
        rows++;
        return this;
    }

    @Override
    public ResponseEntity<byte[]> answer(String fileName) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(fileName).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes());
    }

    byte[] bytes() {
        try {
            book.finish();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }
}
