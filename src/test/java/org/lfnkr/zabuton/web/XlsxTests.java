package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

class XlsxTests {

    @Test
    void keepsTextsAsTextsAndNumbersAsNumbers() throws Exception {
        Xlsx sheet = Xlsx.of(List.of("a", "b")).row("=1+1", 42L).row("<座布団> & \u0000\uffff\"", -7);

        Document xml = Objects.requireNonNull(parts(sheet).get("xl/sheet.xml"));

        assertThat(texts(xml.getElementsByTagName("t")))
                .containsExactly("a", "b", "=1+1", "<座布団> & \"");
        assertThat(texts(xml.getElementsByTagName("v"))).containsExactly("42", "-7");
        assertThat(xml.getElementsByTagName("f").getLength()).isZero();
        assertThat(xml.getElementsByTagName("row").getLength()).isEqualTo(3);
    }

    /** Each part that another names is there, and all are XML. */
    @Test
    void hasAllThatItNames() throws Exception {
        Map<String, Document> parts = parts(Xlsx.of(List.of("a")));

        NodeList named =
                Objects.requireNonNull(parts.get("[Content_Types].xml"))
                        .getElementsByTagName("Override");
        assertThat(
                        IntStream.range(0, named.getLength())
                                .mapToObj(named::item)
                                .map(it -> it.getAttributes().getNamedItem("PartName"))
                                .map(it -> it.getNodeValue().substring(1)))
                .hasSize(2)
                .allMatch(parts::containsKey);
        assertThat(parts).containsKeys("_rels/.rels", "xl/_rels/workbook.xml.rels");
    }

    private static Map<String, Document> parts(Xlsx sheet) throws Exception {
        Map<String, Document> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sheet.bytes()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String xml = new String(zip.readAllBytes(), UTF_8);
                parts.put(
                        part.getName(),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8))));
            }
        }
        return parts;
    }

    private static List<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(node -> node.getTextContent())
                .toList();
    }
}
