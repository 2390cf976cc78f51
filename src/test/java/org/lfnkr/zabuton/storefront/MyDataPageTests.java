package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@ModuleTest
@Import({SignInSamples.class, OrderSamples.class})
class MyDataPageTests {

    private static final String CARD = "4242424242424242";

    @Autowired SignInSamples samples;
    @Autowired OrderSamples orderSamples;
    @Autowired Orders orders;
    @Autowired Supporters supporters;
    @Autowired Integrity integrity;
    @Autowired StripeSimulator stripe;
    @Autowired MovableClock clock;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void aGuestFindsTheOrderOnMyPage() {
        EmailAddress email = newAddress();
        Order order = paid(email);
        Order other = paid(newAddress());

        Guest buyer = samples.signedIn(email);

        assertThat(buyer.get("/en/me").page())
                .contains(order.reference(), orders.link(order).path())
                .doesNotContain(other.reference());
        assertThat(buyer.get("/ja/me/data").page())
                .contains(email.value(), order.reference(), "1-2-3", "同意いただいた内容")
                .doesNotContain(other.reference());
    }

    @Test
    void aMailThatReachesNobodyIsToldToItsBuyerAndToStaff() {
        EmailAddress email = new EmailAddress("two..dots-" + UUID.randomUUID() + "@example.org");
        Order order = paid(email);
        samples.letters();

        String told = "A mail did not reach you";
        assertThat(samples.guest().get("/en" + orders.link(order).path()).page())
                .contains(told, order.reference())
                .doesNotContain(email.value());
        assertThat(samples.signedIn(email).get("/en/me").page()).contains(told);

        Guest staff = samples.guest().atDesk();
        Answer desk = staff.get("/en/desk/mails");
        assertThat(desk.page()).contains(order.reference()).doesNotContain(email.value());
        PageForm again =
                PageForm.of(desk.html()).stream()
                        .filter(form -> form.action().contains("/desk/mails/"))
                        .findFirst()
                        .orElseThrow();
        assertThat(staff.follow(staff.post(again.action())).page())
                .contains("the mail is being sent again");
        assertThat(samples.guest().get("/en/desk/mails").location()).contains("/desk/sign-in");
    }

    @Test
    void aMailAboutASingleGiftThatReachesNobodyIsToldOnMyPageToo() {
        EmailAddress email = new EmailAddress("two..dots-" + UUID.randomUUID() + "@example.org");
        GiveWish wish =
                GiftSamples.wish(email, "Name", Frequency.ONCE, Dedication.NONE, Language.EN);
        Pledge pledge = new GiftSamples(application).given(wish);
        samples.letters();

        assertThat(samples.signedIn(email).get("/en/me").page())
                .contains("A mail did not reach you", pledge.reference());
    }

    @Test
    void takesEverythingAwayAsAFileAndAsAPaper() {
        EmailAddress email = newAddress();
        Order order = paid(email);
        Guest buyer = samples.signedIn(email);

        assertThat(buyer.get("/en/me/data/copy.json").page())
                .contains("\"reference\" : \"" + order.reference() + "\"", "\"total\" : ");
        assertThat(buyer.get("/ja/me/data/copy.pdf").page()).startsWith("%PDF");
    }

    @Test
    void theBuyerNamesTheAddresseeAndTheLanguageOfTheReceipt() throws IOException {
        EmailAddress email = newAddress();
        Order order = paid(email);
        Guest buyer = samples.guest();
        String page = "/en" + orders.link(order).path();
        assertThat(buyer.get(page).page()).contains(page + "/receipt\"");
        assertThat(buyer.get(page + "/receipt").page()).contains("/ja" + orders.link(order).path());
        assertThat(buyer.post(page + "/receipt", "name", "Ana 🌸").status()).isEqualTo(422);

        buyer.get(page + "/receipt");
        buyer.post(page + "/receipt", "name", "株式会社 見本", "group", "yes");

        assertThat(paper(buyer, "/ja" + orders.link(order).path())).contains("領収書", "株式会社 見本　御中");
        assertThat(paper(buyer, page)).contains("Receipt", "株式会社 見本");
        assertThat(samples.signedIn(email).get("/en/me/data/copy.json").page()).contains("株式会社 見本");
    }

    private static String paper(Guest buyer, String order) throws IOException {
        byte[] pdf = buyer.get(order + "/receipt.pdf").result().getResponseBody();
        try (PDDocument document = Loader.loadPDF(Objects.requireNonNull(pdf))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void anOrderOnItsWayKeepsItsBuyer() {
        EmailAddress email = newAddress();
        Order order = paid(email);
        Guest buyer = samples.signedIn(email);

        assertThat(buyer.get("/en/me/data/erasure").page())
                .contains("Not yet possible", order.reference())
                .doesNotContain("name=\"sure\"");
        buyer.postUnasked("/en/me/data/erasures", "sure", "yes");

        assertThat(buyer.get("/en/me").status()).isEqualTo(200);
    }

    @Test
    void whoIsErasedIsGoneAndTheBooksBalance() throws SQLException {
        EmailAddress email = newAddress();
        Order order = paid(email);
        SentOrders.send(application, order);
        clock.advance(Duration.ofDays(60));
        Guest buyer = samples.signedIn(email);
        byte[] index = index(order);
        long before = retained();

        String preview = buyer.get("/en/me/data/erasure").page();
        assertThat(preview).contains("10 years", "list of givers", "Until ");
        assertThat(buyer.post("/en/me/data/erasures").status()).isEqualTo(422);
        assertThat(buyer.post("/en/me/data/erasures", "sure", "yes").location())
                .isEqualTo("/en/farewell");

        assertThat(samples.letter(email).subject()).isEqualTo("It is done");
        assertThat(buyer.get("/en/me").status()).isEqualTo(303);
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(supporters.recipient(order.subject()).blockOptional()).isEmpty();
        assertThat(everything()).noneMatch(row -> row.contains(hex(index)));
        assertThat(Await.value(orders.find(order.id())).total()).isEqualTo(order.total());
        assertThat(retained() - before).isEqualTo(2);
    }

    /** However long it waits: without its buyer nobody knows where to send it. */
    @Test
    void anOrderThatHasNotLeftUsKeepsItsBuyerUntilItHasArrived() {
        EmailAddress email = newAddress();
        Order order = paid(email);
        String question = "/en/me/data/erasure";

        clock.advance(Duration.ofDays(60));
        assertThat(samples.signedIn(email).get(question).page()).contains("Not yet possible");
        SentOrders.send(application, order);
        assertThat(samples.signedIn(email).get(question).page()).contains("Not yet possible");
        clock.advance(Duration.ofDays(order.maxDays() + 1));
        assertThat(samples.signedIn(email).get(question).page()).doesNotContain("Not yet possible");
    }

    /** A carrier keeps a parcel for the day that was wished. */
    @Test
    void aParcelThatWaitsForItsWishedDayKeepsItsBuyer() {
        EmailAddress email = newAddress();
        Order order = paid(email);
        String question = "/en/me/data/erasure";
        LocalDate wished = BusinessDate.of(clock.instant()).plusDays(20);
        Await.done(
                database.sql(
                                """
                                insert into orders.timing (order_id, day, lead_days, way_days)
                                values (:order, :day, 0, 2)
                                """)
                        .bind("order", order.id().value())
                        .bind("day", wished)
                        .then());
        SentOrders.send(application, order);

        clock.advance(Duration.ofDays(20));
        assertThat(samples.signedIn(email).get(question).page()).contains("Not yet possible");
        clock.advance(Duration.ofDays(1));
        assertThat(samples.signedIn(email).get(question).page()).doesNotContain("Not yet possible");
    }

    @Test
    void whatTheLawWantedGoesAfterItsLastDay() {
        EmailAddress email = newAddress();
        SentOrders.send(application, paid(email));
        clock.advance(Duration.ofDays(60));
        samples.signedIn(email)
                .at("/en/me/data/erasure")
                .post("/en/me/data/erasures", "sure", "yes");

        clock.advance(Duration.ofDays(365 * 5));
        samples.sweep();

        assertThat(retained()).isZero();
    }

    private Order paid(EmailAddress email) {
        Cart cart =
                Cart.EMPTY
                        .add(orderSamples.variant("CUSHION-INDIGO"), 1)
                        .with(new CartGift.Fixed(Money.yen(500)));
        PlaceOrder wish = orderSamples.wish(cart);
        PlaceOrder of =
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        wish.delivery(),
                        email,
                        wish.language(),
                        wish.seen(),
                        true);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(of));
        Order order = Await.value(orders.open(placed.link()));
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard(CARD);
        Await.value(orders.refresh(order));
        StripeNews.hear(application);
        return Await.value(orders.find(order.id()));
    }

    private byte[] index(Order order) {
        return Await.value(
                database.sql("select email_index from supporters.supporter where subject_id = :id")
                        .bind("id", order.subject().value())
                        .mapValue(byte[].class)
                        .one());
    }

    private List<String> everything() throws SQLException {
        return Snapshot.of(testDatabase);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private long retained() {
        return Await.value(
                database.sql("select count(*) from supporters.retained")
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void whoCorrectsTheNameIsToldSo() {
        Guest person = samples.signedIn(newAddress());

        Answer act = person.at("/ja/me/data/name").post("/ja/me/data/name", "name", "佐藤 二郎");

        assertThat(act.location()).isEqualTo("/ja/me/data#told");
        assertThat(person.follow(act).page()).contains("お名前を訂正しました。", "佐藤 二郎");
        assertThat(person.follow(act).page()).doesNotContain("お名前を訂正しました。");
    }
}
