package org.lfnkr.zabuton.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.Shopper;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.StatementLog.Sent;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.StringUtils;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each test has days of its own, far from those of others. */
@ModuleTest
@Import(OrderSamples.class)
class OrderDeskPageTests {

    private static final Pattern CODE =
            Pattern.compile("/en/desk/orders/([0-9A-Z]{5}-[0-9A-Z]{5})\"");

    /** What was really ordered has a history. */
    private static final String COPIES_OF_2938 =
            """
            (select id from orders.orders where placed_at > '2937-12-31' and placed_at < '2938-01-02'
                and not exists (select from orders.happening where order_id = orders.id))
            """;

    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @Test
    void nobodyElseSeesThem() {
        assertThat(new Guest(port).get("/en/desk/orders").location()).contains("/desk/sign-in");
        assertThat(new Guest(port).get("/en/desk/orders/orders.csv").location())
                .contains("/desk/sign-in");
    }

    @Test
    void asksForWhatIsKnownOfAllOrdersAtOnce() throws SQLException {
        String days = "?from=2939-02-03&until=2939-02-03";
        Order[] some = {
            placed(1, "2939-02-03 10:00"),
            placed(1, "2939-02-03 11:00"),
            placed(2, "2939-02-03 12:00"),
            placed(1, "2939-02-03 13:00")
        };
        Stream.of(some).forEach(it -> pay(it).payByCard("4242424242424242"));
        hear(some);

        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(codes(page(days))).hasSize(4);
            assertThat(log.statements())
                    .anyMatch(it -> it.says("from orders.line"))
                    .extracting(Sent::sql)
                    .filteredOn(sql -> sql.contains("order_id") || sql.contains("payment ="))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void showsWhatIsAskedForAndItsTotals() throws SQLException {
        String days = "?from=2931-02-03&until=2931-02-04";
        Order unpaid = placed(1, "2931-02-03 00:00");
        Order card = placed(2, "2931-02-04 23:59");
        Order store = placed(1, "2931-02-04 12:00");
        placed(1, "2931-02-05 00:00");
        pay(card).payByCard("4242424242424242");
        pay(store).chooseKonbini();
        hear(card, store);
        stripe.refund(intent(card), 300);
        hear(card);

        String all = page(days);
        assertThat(codes(all)).containsExactly(code(card), code(store), code(unpaid));
        assertThat(all)
                .contains("3 orders, 1 of them paid", "<td class=\"number\">2</td>", "¥300</td>")
                .contains(yen(card.total().yen()))
                .doesNotContain(yen(unpaid.total().plus(card.total()).plus(store.total()).yen()))
                .doesNotContain(yen(card.total().plus(store.total()).yen()));
        assertThat(codes(page(days + "&state=awaiting")))
                .containsExactly(code(store), code(unpaid));
        assertThat(codes(page(days + "&state=paid"))).containsExactly(code(card));
        assertThat(codes(page(days + "&state=part-refunded"))).containsExactly(code(card));
        assertThat(codes(page(days + "&state=disputed"))).isEmpty();
        assertThat(codes(page(days + "&means=card"))).containsExactly(code(card));
        assertThat(codes(page(days + "&means=konbini"))).containsExactly(code(store));
        assertThat(codes(page("?from=2931-02-04&until=2931-02-04&state=awaiting")))
                .containsExactly(code(store));
        assertThat(page(days + "&state=held"))
                .contains(messages.text("orders.desk.none.filtered", Language.EN))
                .contains("<option value=\"held\" selected=\"selected\">")
                .contains("name=\"from\" value=\"2931-02-03\"");
    }

    @Test
    void leadsThroughALongListAndCountsAllOfIt() throws SQLException {
        Order first = placed(1, "2932-01-01 12:00");
        int others = Slice.SIZE + 4;
        copy(first, others);
        String days = "?state=awaiting&from=2932-01-01&until=2932-01-01";

        String page = page(days);
        List<String> seen = new ArrayList<>(codes(page));
        assertThat(seen).hasSize(Slice.SIZE);
        assertThat(page).contains((others + 1) + " orders, 0 of them paid", yen(0));
        String older = page(days + "&before=" + seen.getLast());
        assertThat(page).contains(days.replace("&", "&amp;") + "&amp;before=" + seen.getLast());
        seen.addAll(codes(older));

        assertThat(seen).hasSize(others + 1).doesNotHaveDuplicates().contains(code(first));
        assertThat(older).contains((others + 1) + " orders").doesNotContain("Show older");
    }

    @Test
    void sumsNoMoreOrdersThanSomebodyWouldRead() throws SQLException {
        Order first = placed(1, "2938-01-01 12:00");
        copy(first, DeskTotals.MOST - 1);
        String days = "?from=2938-01-01&until=2938-01-01";
        assertThat(page(days)).contains("1,000 orders, 0 of them paid");

        copy(first, 1);
        String page = page(days);

        assertThat(page)
                .contains("More than 1,000 orders", "All these orders as a file")
                .doesNotContain("of them paid");
        assertThat(codes(page)).hasSize(Slice.SIZE);
        execute("delete from orders.line where order_id in " + COPIES_OF_2938);
        execute("delete from orders.orders where id in " + COPIES_OF_2938);
    }

    @ParameterizedTest
    @EnumSource
    void theFileHasExactlyWhatIsShownAndItIsNotedWhoTookIt(Language language)
            throws SQLException, IOException {
        String day = "293" + (language.ordinal() + 3) + "-03-01";
        Order order = placed(2, day + " 09:30");
        copy(order, Slice.SIZE + 9);
        placed(1, day.replace("-01", "-02") + " 00:00");
        String query = "?state=awaiting&from=" + day + "&until=" + day;

        Guest.Answer answer =
                staff().get(
                                "/"
                                        + language.tag()
                                        + "/desk/orders/orders.csv"
                                        + query
                                        + "&code=x&evil=1");

        byte[] body = Objects.requireNonNull(answer.result().getResponseBody());
        assertThat(body).startsWith(0xef, 0xbb, 0xbf);
        List<String> lines = new String(body, UTF_8).lines().toList();
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "orders.csv");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(lines).hasSize(1 + 1 + Slice.SIZE + 9);
        assertThat(lines.getFirst()).contains(messages.text("orders.desk.column.placed", language));
        assertThat(lines)
                .filteredOn(line -> line.startsWith(order.reference()))
                .singleElement()
                .asString()
                .startsWith(order.reference() + "," + day + " 09:30,")
                .contains(
                        StringUtils.capitalize(
                                        messages.text("orders.status.awaiting-payment", language))
                                + ",2,",
                        ",JP,,6400,",
                        "," + order.total().yen() + "," + order.takings().tax().yen() + ",0");
        assertThat(noted(query)).containsExactly("orders.exported by somebody");
        assertThat(workbook(language, query))
                .hasSize(lines.size())
                .anyMatch(row -> has(row, messages.text("orders.desk.column.placed", language)))
                .anyMatch(
                        row ->
                                has(row, order.reference())
                                        && has(row, BigDecimal.valueOf(order.total().yen())));
        assertThat(noted(query)).hasSize(2);
    }

    private static boolean has(Row row, Object value) {
        return row.stream().map(Cell::getValue).anyMatch(value::equals);
    }

    /** The rows of the file for Excel. */
    private List<Row> workbook(Language language, String query) throws IOException {
        Guest.Answer answer =
                staff().get("/" + language.tag() + "/desk/orders/orders.xlsx" + query);
        assertThat(answer.header("Content-Disposition")).contains("attachment", "orders.xlsx");
        byte[] body = Objects.requireNonNull(answer.result().getResponseBody());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void whoGivesNoNumberIsToldThatItIsMissing() {
        assertThat(page("?code=+"))
                .contains(messages.text("orders.desk.code.missing", Language.EN), "Error: ");
        assertThat(page("")).doesNotContain("Error: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=PAID",
                "state=' or 1=1",
                "from=2026-13-45",
                "from=+999999999-01-01",
                "until=2999-12-31",
                "until=0000-00-00",
                "means=bitcoin",
                "before='\">",
                "before=AAAAA-AAAAA",
                "state=\0",
                "code=\0",
                "code=🧶",
                "before=\uffff",
                "state=paid&state=held",
                "from=&until=&means=&state=&code=&before=",
                "order=x"
            })
    void whatIsForgedFiltersNothing(String forged) {
        Guest.Answer answer = staff().get("/ja/desk/orders?" + forged);

        assertThat(answer.status()).as(forged).isIn(200, 400);
        assertThat(answer.page()).doesNotContain("??");
    }

    @Test
    void anOrderIsOpenedByItsNumberHoweverItIsWritten() throws SQLException {
        Order order = placed(1, "2935-01-01 12:00");
        String typed = order.reference().toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(
                        staff().get("/ja/desk/orders?code=" + URLEncoder.encode(typed, UTF_8))
                                .location())
                .isEqualTo("/ja/desk/orders/" + order.reference());
        assertThat(page("?code=7K3M9-no<body"))
                .contains(messages.text("orders.desk.code.unknown", Language.EN))
                .contains("value=\"7K3M9-no&lt;body\"", "<title>Error: ");
    }

    private Order placed(int quantity, String at) throws SQLException {
        Cart cart = Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), quantity);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        Order order = Await.value(orders.open(placed.link()));
        execute(
                "update orders.orders set placed_at = timestamp '%s' at time zone 'Asia/Tokyo' where id = '%s'"
                        .formatted(at, order.id().value()));
        return order;
    }

    /** Nobody orders so much in a test; rows are enough for a list. */
    private void copy(Order order, int times) throws SQLException {
        execute(
                """
                with copy as (
                    insert into orders.orders select it.* from orders.orders o, generate_series(1, %1$s) n,
                        lateral (select gen_random_uuid() as id, upper(md5(random() || '-' || n)) as code) new,
                        jsonb_populate_record(o, jsonb_build_object('id', new.id, 'attempt', new.id, 'payment', new.id,
                            'reference', left(new.code, 5) || '-' || right(new.code, 5))) it
                    where o.id = '%2$s' returning id)
                insert into orders.line select it.* from orders.line l, copy,
                    jsonb_populate_record(l, jsonb_build_object('order_id', copy.id)) it
                where l.order_id = '%2$s'
                """
                        .formatted(times, order.id().value()));
    }

    private void execute(String sql) throws SQLException {
        try (var owner = testDatabase.connect();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }

    private Shopper pay(Order order) {
        return stripe.shopper(((Opening.Open) Await.value(orders.pay(order))).url().toString());
    }

    private void hear(Order... paid) {
        for (Order order : paid) {
            Await.value(orders.refresh(order));
        }
        StripeNews.hear(application);
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    private List<String> noted(String query) {
        return Await.value(
                database.sql(
                                "select action || case when actor > '' then ' by somebody' end from audit.entry"
                                        + " where subject = :query")
                        .bind("query", query)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private static List<String> codes(String page) {
        return CODE.matcher(page).results().map(it -> it.group(1)).toList();
    }

    private static String code(Order order) {
        return order.reference();
    }

    private static String yen(long yen) {
        return "¥%,d</td>".formatted(yen);
    }

    private String page(String query) {
        return staff().get("/en/desk/orders" + query).html();
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }
}
