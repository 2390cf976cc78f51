package org.lfnkr.zabuton.stock;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Each test has pieces of its own, by a part of their SKU that no other has. */
@ModuleTest
@Import(OrderSamples.class)
class StockDeskPageTests {

    private static final Pattern ROW = Pattern.compile("/en/desk/stock/pieces/([A-Z0-9-]+)\"");

    @Autowired Stock stock;
    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Messages messages;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    private String mark = "";

    @BeforeEach
    void mark() {
        mark =
                "M"
                        + UUID.randomUUID()
                                .toString()
                                .substring(0, 8)
                                .toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void showsWhatIsAskedForAndItsTotals() throws SQLException {
        String plenty = piece("A", 9);
        String few = piece("B", 2);
        String none = piece("C", 0);
        line(few, "3");
        line(none, "1");

        assertThat(shown("")).containsExactly(plenty, few, none);
        assertThat(page("")).contains("3 kinds of pieces", "<td class=\"number\">11</td>");
        assertThat(shown("&state=low")).containsExactly(few, none);
        assertThat(shown("&state=out")).containsExactly(none);
        assertThat(shown("&order=low")).containsExactly(few, none, plenty);
        assertThat(shown("&state=low&order=low")).containsExactly(few, none);
        assertThat(page("&state=low"))
                .contains("<option value=\"low\" selected=\"selected\">", ">few left</strong>")
                .contains(">sold out</strong>", "name=\"words\" autocomplete=\"off\"");
        assertThat(staff().get("/en/desk/stock?words=" + mark + "X").page())
                .contains(messages.text("stock.none.filtered", Language.EN));
    }

    @Test
    void leadsThroughALongListInEitherOrder() throws SQLException {
        for (int i = 0; i < Slice.SIZE + 3; i++) {
            piece("L%02d".formatted(i), i % 4);
        }
        for (String order : List.of("", "&order=low")) {
            List<String> seen = new ArrayList<>(shown(order));
            assertThat(seen).hasSize(Slice.SIZE);
            assertThat(page(order)).contains("after=" + seen.getLast(), "23 kinds of pieces");
            seen.addAll(shown(order + "&after=" + seen.getLast()));
            assertThat(seen).hasSize(Slice.SIZE + 3).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFileHasExactlyWhatIsShown(Language language) throws SQLException {
        for (int i = 0; i < Slice.SIZE + 3; i++) {
            piece("F%02d".formatted(i), 7);
        }
        Guest.Answer answer =
                staff().get("/" + language.tag() + "/desk/stock/stock.csv?words=" + mark + "-f");

        byte[] body = Objects.requireNonNull(answer.result().getResponseBody());
        assertThat(body).startsWith(0xef, 0xbb, 0xbf);
        List<String> lines = new String(body, UTF_8).lines().toList();
        assertThat(lines).hasSize(1 + Slice.SIZE + 3);
        assertThat(lines.getFirst()).contains(messages.text("stock.column.on-hand", language));
        assertThat(lines.get(1)).startsWith(mark + "-F00,").endsWith(",7,0,7,");
        assertThat(answer.header("Content-Disposition")).contains("stock.csv");
        assertThat(
                        staff().get("/" + language.tag() + "/desk/stock/stock.xlsx?words=" + mark)
                                .header("Content-Type"))
                .contains("spreadsheetml");
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAndGoesStandsInTheHistory(Language language) throws SQLException {
        String sku = piece("H", 5);
        Guest staff = staff();
        String here = "/" + language.tag() + "/desk/stock/pieces/" + sku;
        staff.at(here);

        Guest.Answer led = staff.post(here + "/movements", "change", "stolen", "quantity", "１");

        assertThat(led.status()).isEqualTo(303);
        String page = staff.follow(led).page();
        assertThat(page)
                .contains(messages.text("stock.told.noted", language))
                .contains(messages.text("stock.change.stolen", language), "−1", "+5")
                .doesNotContain("??");
        staff.at(here);
        staff.follow(staff.post(here + "/movements", "change", "received", "quantity", "4"));
        assertThat(staff.get(here).page()).contains("+4");
        assertThat(available(sku)).isEqualTo(8);
    }

    @Test
    void aNoteThatIsNotUnderstoodKeepsWhatWasTyped() throws SQLException {
        String sku = piece("T", 5);
        Guest staff = staff();
        String here = "/en/desk/stock/pieces/" + sku;
        String act = here + "/movements";

        Guest.Answer nothing = staff.at(here).post(act, "quantity", "a few <b>");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.page())
                .contains(messages.text("stock.change.unanswered", Language.EN))
                .contains("value=\"a few <b>\"", "Type a number from 1 to 9,999");
        Guest.Answer many = staff.post(act, "change", "missing", "quantity", "6");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.page()).contains("Only 5 pieces can be taken away");
        assertThat(staff.post(act, "change", "missing", "quantity", "2").status()).isEqualTo(303);
        assertThat(available(sku)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void manyThatAreGoneWaitForSomebodyElseWhoIsNotToldHowMany(Language language)
            throws SQLException {
        String sku = piece("G", 8_317);
        String desk = "/" + language.tag() + "/desk";
        String here = desk + "/stock/pieces/" + sku;
        Guest first = staff().at(here);
        Guest second = new Guest(port).atDesk("FULFILMENT").at(here);
        String[] gone = {"change", "soiled", "quantity", "4316"};

        assertThat(first.follow(first.post(here + "/movements", gone)).page())
                .contains(messages.text("stock.told.waits", language));
        assertThat(second.get(desk).page()).contains(desk + "/stock/counts#gone\"");
        assertThat(second.get(desk + "/stock/counts").page())
                .contains(messages.text("stock.waits", language), here);
        assertThat(second.at(here).get(here).page())
                .contains(messages.text("stock.waits.how", language))
                .doesNotContain("4316", "4,316", "??");
        assertThat(second.follow(second.post(here + "/movements", gone)).page())
                .contains(messages.text("stock.told.confirms", language), "−4316");
        assertThat(available(sku)).isEqualTo(4_001);
    }

    @Test
    void aFormSentTwiceIsOneMovement() throws SQLException {
        String sku = piece("D", 5);
        String act = "/en/desk/stock/pieces/" + sku + "/movements";
        Guest staff = staff();
        String form = UUID.randomUUID().toString();
        String[] note = {"change", "made", "quantity", "3", "form", form};

        staff.follow(staff.postUnasked(act, note));
        assertThat(staff.follow(staff.postUnasked(act, note)).page())
                .contains(messages.text("stock.told.before", Language.EN));
        assertThat(available(sku)).isEqualTo(8);
    }

    @Test
    void theHistorySaysWhichOrderItWas() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        Placement.Placed placed =
                (Placement.Placed) Await.value(orders.place(samples.wish(Cart.EMPTY.add(hat, 1))));
        Order order = Await.value(orders.open(placed.link()));

        assertThat(staff().get("/en/desk/stock/pieces/HAT-WOOL").page())
                .contains("/en/desk/orders/" + order.reference());
    }

    @Test
    void theLineIsDrawnAndTakenAway() throws SQLException {
        String sku = piece("N", 5);
        line(sku, "10");
        assertThat(page("")).contains("few left");
        line(sku, "");
        assertThat(page("")).doesNotContain(">few left</strong>");
        Guest staff = staff().at("/en/desk/stock/pieces/" + sku);
        assertThat(staff.post("/en/desk/stock/pieces/" + sku + "/line", "lowAt", "-1").page())
                .contains("value=\"-1\"", "Type a number up to 9,999, or nothing.");
    }

    @Test
    void whoDrawsALineThatIsAnotherMeanwhileIsAskedFirst() throws SQLException {
        String sku = piece("O", 5);
        String here = "/en/desk/stock/pieces/" + sku;
        Guest slower = staff().at(here);
        line(sku, "10");

        Guest.Answer late = slower.post(here + "/line", "lowAt", "3");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("stock.low-at.changed", Language.EN, 10))
                .contains("value=\"3\"");
        assertThat(staff().get(here).page()).contains("value=\"10\"");
        assertThat(slower.post(here + "/line").status()).isEqualTo(303);
        assertThat(staff().get(here).page()).contains("value=\"3\"");
    }

    @ParameterizedTest
    @EnumSource
    void whoCountsIsNotToldWhatIsExpected(Language language) throws SQLException {
        String sku = piece("K", 8_317);
        String root = "/" + language.tag() + "/desk/stock/counts";
        Guest staff = staff();

        assertThat(staff.get(root + "?after=" + mark).page()).contains(sku).doesNotContain("8317");
        assertThat(staff.get(root + "/" + sku).page()).doesNotContain("8317", "8,317", "??");
        Guest.Answer unread = staff.post(root + "/" + sku, "counted", "many");
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.page()).contains("value=\"many\"").doesNotContain("8317", "8,317");
        assertThat(staff.follow(staff.post(root + "/" + sku, "counted", "8316")).page())
                .contains(messages.text("stock.count.told.holds", language));
        assertThat(available(sku)).isEqualTo(8_316);
        assertThat(staff.get("/" + language.tag() + "/desk/stock/pieces/" + sku).page())
                .contains(messages.text("stock.counted", language, 8316, 8317), "−1");
    }

    @Test
    void aLargeDifferenceNeedsSomebodyElse() throws SQLException {
        String sku = piece("W", 50);
        Guest first = staff();

        assertThat(count(first, sku, "40")).contains(told("waits"));
        assertThat(count(first, sku, "40")).as("not oneself").contains(told("waits"));
        assertThat(available(sku)).isEqualTo(50);
        assertThat(first.get("/en/desk/stock/counts").page())
                .contains(messages.text("stock.count.waiting", Language.EN), sku);
        Guest second = new Guest(port).atDesk("FULFILMENT");
        assertThat(count(second, sku, "41")).contains(told("waits"));
        assertThat(count(first, sku, "41")).contains(told("confirms"));
        assertThat(available(sku)).isEqualTo(41);
        assertThat(count(second, sku, "41")).contains(told("even"));
    }

    @Test
    void aCountSentTwiceIsOne() throws SQLException {
        String sku = piece("Z", 5);
        Guest staff = staff();
        String act = "/en/desk/stock/counts/" + sku;
        String id = UUID.randomUUID().toString();

        staff.follow(staff.postUnasked(act, "counted", "4", "count", id));
        assertThat(staff.follow(staff.postUnasked(act, "counted", "3", "count", id)).page())
                .contains(told("before"));
        assertThat(available(sku)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?words=\0",
                "?words='\">%25",
                "?words=" + "🧶",
                "?after=\0",
                "?after='",
                "?state=LOW&order=x&order=low",
                "/counts?after=\0",
                "/pieces/HAT-WOOL?before=x",
                "/pieces/HAT-WOOL?before=99999999999999999999999",
                "/stock.csv?words=\0&state=\0"
            })
    void whatIsForgedFiltersNothing(String forged) {
        Guest.Answer answer = staff().get("/ja/desk/stock" + forged);

        assertThat(answer.status()).as(forged).isIn(200, 400);
        assertThat(answer.page()).doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pieces/NONE", "counts/NONE", "pieces/x", "counts/\0", "pieces/\0"})
    void whatIsNotThereIsNotFound(String none) {
        assertThat(staff().get("/en/desk/stock/" + none).status()).isIn(400, 404);
    }

    private String count(Guest staff, String sku, String found) {
        String act = "/en/desk/stock/counts/" + sku;
        return staff.at(act).follow(staff.post(act, "counted", found)).page();
    }

    private String told(String what) {
        return messages.text("stock.count.told." + what, Language.EN);
    }

    private void line(String sku, String pieces) {
        String here = "/en/desk/stock/pieces/" + sku;
        Guest staff = staff().at(here);
        assertThat(staff.follow(staff.post(here + "/line", "lowAt", pieces)).page())
                .contains(messages.text("stock.told.line", Language.EN));
    }

    private List<String> shown(String query) {
        return ROW.matcher(page(query)).results().map(it -> it.group(1)).toList();
    }

    private String page(String query) {
        return staff().get("/en/desk/stock?words=" + URLEncoder.encode(mark, UTF_8) + query).html();
    }

    private Guest staff() {
        return new Guest(port).atDesk("SHOP");
    }

    private int available(String sku) {
        VariantId variant = samples.variant(sku);
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, -1);
    }

    /** Of the first product there is, on no shelf of the shop. */
    private String piece(String name, int quantity) throws SQLException {
        String sku = mark + "-" + name;
        UUID id = UUID.randomUUID();
        execute(
                """
                insert into catalog.variant (id, product_id, sku, place, colour, colour_name_en, colour_name_ja,
                    price, tax_percent, grams, on_sale)
                select '%s', id, '%s', 99, '%s', 'grey', '灰', 100, 10, 10, false from catalog.product order by place limit 1
                """
                        .formatted(
                                id,
                                sku,
                                sku.toLowerCase(java.util.Locale.ROOT).replaceAll("[0-9]", "x")
                                        + "-"
                                        + id.toString().replaceAll("[^a-f]", "")));
        if (quantity > 0) {
            Await.done(stock.receive(new VariantId(id), quantity, Arrival.MADE));
        }
        return sku;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connectSimply();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
