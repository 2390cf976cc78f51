package org.lfnkr.zabuton.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table as an Office Open XML workbook of one sheet (ECMA-376), with no more in it than programs
 * need to open it. Texts stand in their cells as texts, which no program takes for a formula.
 */
public final class Xlsx implements Sheet {

    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    /** What XML can't hold at all. */
    private static final String FORBIDDEN =
            "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private static final Map<String, String> FRAME =
            new TreeMap<>(
                    Map.of(
                            "[Content_Types].xml",
                            "<Types xmlns=\""
                                    + PACKAGE
                                    + "content-types\">"
                                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                    + "<Override PartName=\"/xl/sheet.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                                    + "</Types>",
                            "_rels/.rels",
                            relation("officeDocument", "xl/workbook.xml"),
                            "xl/_rels/workbook.xml.rels",
                            relation("worksheet", "sheet.xml"),
                            "xl/workbook.xml",
                            "<workbook xmlns=\""
                                    + MAIN
                                    + "\" xmlns:r=\""
                                    + OFFICE
                                    + "\"><sheets>"
                                    + "<sheet name=\"Zabuton\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>"));

    private final StringBuilder rows = new StringBuilder();

    private Xlsx() {}

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\""
                + PACKAGE
                + "relationships\"><Relationship Id=\"r\" Type=\""
                + OFFICE
                + "/"
                + kind
                + "\" Target=\""
                + target
                + "\"/></Relationships>";
    }

    /**
     * @param head the names of the columns
     */
    public static Xlsx of(List<String> head) {
        return new Xlsx().row(head.toArray());
    }

    @Override
    public Xlsx row(Object... cells) {
        rows.append("<row>");
        for (Object cell : cells) {
            rows.append(cell instanceof Number ? number(cell) : text(cell.toString()));
        }
        rows.append("</row>");
        return this;
    }

    private static String number(Object value) {
        return "<c><v>" + value + "</v></c>";
    }

    private static String text(String value) {
        String escaped =
                value.replaceAll(FORBIDDEN, "")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped + "</t></is></c>";
    }

    @Override
    public ResponseEntity<byte[]> answer(String fileName) {
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(fileName).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : FRAME.entrySet()) {
                write(zip, part.getKey(), part.getValue());
            }
            write(
                    zip,
                    "xl/sheet.xml",
                    "<worksheet xmlns=\""
                            + MAIN
                            + "\"><sheetData>"
                            + rows
                            + "</sheetData></worksheet>");
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
