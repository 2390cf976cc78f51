package org.lfnkr.zabuton.fulfilment.carrierfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.fulfilment.carrierfile.CarrierFileProperties.Column;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Delivery.Orderer;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.web.Organisation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class CarrierSheetTests {

    private static final Charset JAPANESE = Charset.forName("windows-31j");
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);
    private static final Bilingual WORDS = new Bilingual("Relief", "救援基金");
    private static final Organisation US =
            new Organisation(
                    WORDS,
                    WORDS,
                    WORDS,
                    WORDS,
                    "03-0000-0000",
                    new EmailAddress("shop@example.org"),
                    null,
                    null);
    private static final DeliveryWish WISH =
            new DeliveryWish(LocalDate.of(2026, 12, 3), DeliverySlot.FROM_16);

    @Test
    void theColumnsAreThoseOfTheConfiguration() {
        List<Column> columns =
                List.of(
                        field("管理番号", CarrierField.REFERENCE),
                        new Column("種類", null, "0"),
                        field("名前", CarrierField.NAME),
                        field("住所", CarrierField.ADDRESS),
                        field("日", CarrierField.DAY),
                        field("時間", CarrierField.SLOT),
                        field("依頼主", CarrierField.SENDER),
                        field("出荷", CarrierField.SHIPPED_ON));

        assertThat(lines("windows-31j", true, columns, row("髙橋〜−")))
                .containsExactly(
                        "管理番号,種類,名前,住所,日,時間,依頼主,出荷",
                        "7K3M9-QXT4B,0,髙橋～－,東京都渋谷区神宮前1-2-3　ビル101,20261203,1618,救援基金,20261130");
    }

    @Test
    void withoutAHeaderItBeginsWithTheFirstOrder() {
        List<Column> columns = List.of(field("", CarrierField.POSTAL_DIGITS));

        assertThat(lines("UTF-8", false, columns, row("𠮷野"))).containsExactly("1500001");
        assertThat(bytes("UTF-8", List.of(field("n", CarrierField.NAME)), row("𠮷野")))
                .isEqualTo("n\r\n𠮷野\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＠SUM", "-x", "+81"})
    void noCellIsAFormula(String name) {
        List<Column> columns = List.of(field("n", CarrierField.NAME));

        assertThat(lines("windows-31j", false, columns, row(name))).containsExactly("'" + name);
    }

    /** Nobody's name gets a question mark on its way to the carrier. */
    @Test
    void whatTheEncodingLacksIsFoundBeforeItIsWritten() {
        List<Column> columns = List.of(field("n", CarrierField.NAME));

        assertThat(sheet("windows-31j", true, columns).canWrite(row("𠮷野"))).isFalse();
        assertThat(sheet("UTF-8", true, columns).canWrite(row("𠮷野"))).isTrue();
        assertThat(sheet("windows-31j", true, columns).canWrite(row("髙﨑①〜"))).isTrue();
    }

    @Test
    void theSenderIsTheBuyerOnlyWhereTheyWishIt() {
        List<Column> columns = List.of(field("s", CarrierField.SENDER));
        Delivery home = row("花子").delivery();
        Delivery friend = row("次郎").delivery().with("", new Orderer(home, true));

        assertThat(lines("UTF-8", false, columns, new CarrierRow("x", friend, WISH)))
                .containsExactly("花子");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "latin1", ""})
    void anEncodingThatLosesCharactersStopsTheStart(String encoding) {
        assertThatThrownBy(() -> properties(encoding, true, List.of()))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.carrier-file.encoding");
    }

    @Test
    void aColumnWithoutSenseStopsTheStart() {
        assertThatThrownBy(() -> new Column("t", null, null)).isInstanceOf(StartupRefused.class);
        assertThatThrownBy(() -> new Column("t", CarrierField.NAME, "x"))
                .isInstanceOf(StartupRefused.class);
        List<Column> untitled = List.of(field("", CarrierField.NAME));
        assertThatThrownBy(() -> properties("UTF-8", true, untitled))
                .isInstanceOf(StartupRefused.class);
        assertThatThrownBy(
                        () ->
                                new CarrierFileProperties(
                                        "UTF-8", true, "HH:mm", List.of(), Map.of()))
                .hasMessageContaining("day-pattern");
    }

    private static CarrierRow row(String name) {
        Delivery to = new Delivery(name, "JP", "1500001", "13", "渋谷区神宮前\n1-2-3\nビル101", "", "");
        return new CarrierRow("7K3M9-QXT4B", to, WISH);
    }

    private static Column field(String title, @Nullable CarrierField field) {
        return new Column(title, field, null);
    }

    private static List<String> lines(
            String encoding, boolean header, List<Column> columns, CarrierRow row) {
        byte[] file = sheet(encoding, header, columns).write(List.of(row));
        return new String(file, encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : JAPANESE)
                .lines()
                .toList();
    }

    private static byte[] bytes(String encoding, List<Column> columns, CarrierRow row) {
        return sheet(encoding, true, columns).write(List.of(row));
    }

    private static CarrierSheet sheet(String encoding, boolean header, List<Column> columns) {
        CarrierFileProperties properties = properties(encoding, header, columns);
        return new CarrierSheet(properties, new CarrierCells(properties, US, NOON));
    }

    private static CarrierFileProperties properties(
            String encoding, boolean header, List<Column> columns) {
        return new CarrierFileProperties(
                encoding, header, "yyyyMMdd", columns, Map.of(DeliverySlot.FROM_16, "1618"));
    }
}
