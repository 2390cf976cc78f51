package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Delivery.Orderer;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.shipping.DeliveryDays;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What goes on and into a parcel, as it is printed at the desk. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class ParcelPapersPageTests {

    private static final Delivery JAPAN =
            new Delivery("見本 花子", "JP", "1500001", "13", "渋谷区神宮前\n1-2-3", "0312345678", "おめでとう。");
    private static final Delivery QUIET =
            new Delivery("見本 花子", "JP", "1500001", "13", "渋谷区神宮前\n1-2-3", "", "");
    private static final Delivery FRIEND =
            new Delivery("見本 次郎", "JP", "5300001", "27", "大阪市北区梅田\n4-5-6", "", "");
    private static final Delivery ABROAD =
            new Delivery("Ann Sample", "DE", "10115", null, "Street 1\nBerlin", "+49301234", "Hi!");

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired Messages messages;
    @Autowired WishWords wishes;
    @Autowired DeliveryDays days;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    @Test
    void theLabelTellsWhereToAndFromAndIsNotedAsOneLook() throws IOException {
        Order order = order(JAPAN, Language.EN);

        Guest.Answer answer = print(order, "/labels");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"label.pdf\"");
        try (PDDocument pdf = pdf(answer)) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(297f, 299f); // 105 mm
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(419f, 420f); // 148 mm
            assertThat(text(pdf))
                    .contains("〒150-0001", "東京都", "渋谷区神宮前", "1-2-3", "見本 花子　様", "0312345678")
                    .contains(order.reference(), "北朝鮮難民救援基金")
                    .doesNotContain("¥", "おめでとう");
        }
        assertThat(traces(order)).isEqualTo("PRINTED SHIP_TO SENDING FULFILMENT");
        assertThat(staff().get(page(order)).page()).doesNotContain("花子").contains("••••••");
    }

    @Test
    void aLabelForAbroadIsWrittenAsItIsReadThere() throws IOException {
        Order order = order(ABROAD, Language.EN);

        try (PDDocument pdf = pdf(print(order, "/labels"))) {
            assertThat(text(pdf))
                    .containsSubsequence("Ann Sample", "Street 1", "Berlin", "10115", "GERMANY")
                    .doesNotContain("様", "〒");
        }
    }

    /** As the checkout promises; whoever gets the parcel need not be who paid. */
    @ParameterizedTest
    @EnumSource
    void theSlipSpeaksTheBuyersLanguageAndNamesNoPrice(Language language) throws IOException {
        Order order = order(JAPAN, language);

        try (PDDocument pdf = pdf(print(order, "/slips"))) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(text(pdf))
                    .contains(messages.text("orders.slip.title", language), order.reference())
                    .contains(language == Language.JA ? "手編みクッション" : "Knit cushion", "おめでとう。")
                    .doesNotContain("¥", "花子", "神宮前");
        }
        assertThat(traces(order)).isEqualTo("PRINTED SHIP_TO SENDING FULFILMENT");
    }

    /** Whoever gets it reads no price, and the buyer's name only where the buyer wishes so. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aParcelToSomebodyElseNamesItsBuyerOnlyAsTheyWish(boolean named) throws IOException {
        Order order = order(FRIEND.with("", new Orderer(QUIET, named)), Language.JA);

        try (PDDocument slip = pdf(print(order, "/slips"));
                PDDocument label = pdf(print(order, "/labels"))) {
            assertThat(text(label)).contains("見本 次郎　様", "大阪府").doesNotContain("神宮前");
            assertThat(text(slip)).doesNotContain("¥", "次郎", "神宮前");
            assertThat(text(slip).replace("\n", ""))
                    .contains(messages.text("orders.slip.gift", Language.JA));
            assertThat(text(label).contains("ご依頼主　見本 花子")).isEqualTo(named);
            assertThat(text(slip).contains("花子")).isEqualTo(named);
        }
        assertThat(traces(order).split(",")).hasSize(named ? 2 : 1);
        assertThat(staff().get("/en/desk/orders/" + order.reference()).page())
                .contains(messages.text("storefront.desk.to-another", Language.EN));
    }

    @Test
    void labelAndSlipSayWhenItIsWished() throws IOException {
        DeliveryWish wish = new DeliveryWish(firstDay(), DeliverySlot.FROM_18);
        Order order = order(QUIET, Language.JA, wish);
        String words = wishes.text(wish, Language.JA);

        assertThat(words).contains("18時〜20時");
        try (PDDocument slip = pdf(print(order, "/slips"));
                PDDocument label = pdf(print(order, "/labels"))) {
            assertThat(text(label)).contains(words);
            assertThat(text(slip)).contains(words);
        }
        assertThat(staff().get(page(order)).page()).contains(wishes.text(wish, Language.EN));
        assertThat(staff().get("/en/desk/orders/" + order.reference()).page())
                .contains(wishes.text(wish, Language.EN))
                .doesNotContain(messages.text("storefront.desk.to-another", Language.EN));
    }

    private LocalDate firstDay() {
        LocalDate today = BusinessDate.of(Instant.now());
        return days.offered(today, 0, QUIET.destination()).getFirst();
    }

    @Test
    void aSlipWithoutWordsShowsNothingOfThePersonAndLeavesNoTrace() {
        Order order = order(QUIET, Language.JA);

        assertThat(print(order, "/slips").status()).isEqualTo(200);

        assertThat(traces(order)).isEmpty();
    }

    @Test
    void behindASlipForAbroadStandsWhatCustomsWants() throws IOException {
        Order order = order(ABROAD, Language.JA);

        try (PDDocument pdf = pdf(print(order, "/slips"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            String inside = text(pdf, 1);
            String outside = text(pdf, 2);
            assertThat(inside).contains("Hi!").doesNotContain("¥");
            assertThat(outside)
                    .contains("CN22", "Knit cushion", order.reference())
                    .contains("¥%,d".formatted(order.takings().goods().yen()))
                    .containsPattern("[1-9]\\d* g")
                    .doesNotContain("Ann", "Hi!");
        }
    }

    @Test
    void aSlipLiesWithWhatIsInTheParcel() throws IOException {
        Order order = order(QUIET, Language.EN);
        Guest staff = staff().at(page(order));
        staff.post(page(order));
        String parcel = paid.story(order).parcels().parcels().getFirst().id().toString();

        assertThat(staff.postUnasked(page(order) + "/slips").status()).isEqualTo(404);
        Guest.Answer answer = staff.at(page(order)).post(page(order) + "/" + parcel + "/slips");
        try (PDDocument pdf = pdf(answer)) {
            assertThat(text(pdf)).contains("Knit cushion");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slips", "/labels", "/x/slips"})
    void whatIsNoPaidOrderHasNoPapers(String paper) {
        assertThat(staff().postUnasked("/en/desk/parcels/x" + paper).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "lower", "without hyphen"})
    void theNumberOnTheSlipOpensTheOrder(String typed) {
        Order order = order(QUIET, Language.EN);
        String code =
                switch (typed) {
                    case "lower" -> order.reference().toLowerCase();
                    case "without hyphen" -> order.reference().replace("-", "");
                    default -> typed.formatted(order.reference());
                };

        assertThat(staff().get("/en/desk/parcels?code=" + code).location()).isEqualTo(page(order));
    }

    @Test
    void aNumberThatIsNoneIsKeptAndSaid() {
        assertThat(staff().get("/en/desk/parcels?code=12345").page())
                .contains(messages.text("fulfilment.code.unknown", Language.EN), "value=\"12345\"");
    }

    private Order order(Delivery delivery, Language language) {
        return order(delivery, language, DeliveryWish.NONE);
    }

    private Order order(Delivery delivery, Language language, DeliveryWish arrival) {
        PlaceOrder wish =
                samples.wish(
                        Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), 1),
                        delivery.destination());
        EmailAddress mail = new EmailAddress("parcel-" + wish.attempt() + "@example.org");
        return paid.pay(
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        delivery,
                        mail,
                        language,
                        wish.seen(),
                        true,
                        arrival));
    }

    private Guest.Answer print(Order order, String paper) {
        return staff().at(page(order)).post(page(order) + paper);
    }

    private static PDDocument pdf(Guest.Answer answer) throws IOException {
        return Loader.loadPDF(Objects.requireNonNull(answer.result().getResponseBody()));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        return one.getText(pdf);
    }

    private static String page(Order order) {
        return "/en/desk/parcels/" + order.id().value();
    }

    private Guest staff() {
        return new Guest(port).atDesk("FULFILMENT");
    }

    /** Empty where there is none. */
    private String traces(Order order) {
        return Await.value(
                database.sql(
                                """
                                select coalesce(string_agg(concat_ws(' ', way, part, reason, role), ','), '')
                                  from reveals.reveal where matter = :order
                                """)
                        .bind("order", order.id().value())
                        .mapValue(String.class)
                        .one());
    }
}
