package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Rebuilding;
import org.lfnkr.zabuton.ledger.Rebuilt;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An order and a gift whose money buys rice, from the signature to what arrives and what doesn't.
 */
@ModuleTest
@Import({StaffSamples.class, OrderSamples.class, PaidOrders.class})
class OutcomePageTests {

    private static final String SIGN = "Approve with a passkey";

    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    private static final String TODAY = BusinessDate.of(Instant.now()).toString();

    @LocalServerPort int port;
    @Autowired StaffSamples people;
    @Autowired PaidOrders shop;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Spending spending;
    @Autowired Impact impact;
    @Autowired ImpactWords words;
    @Autowired Messages messages;
    @Autowired Orders orders;
    @Autowired Giving giving;
    @Autowired Integrity integrity;
    @Autowired Rebuilding rebuilding;
    @Autowired DevMailbox mailbox;

    private Guest finance;
    private Order order;
    private Pledge gift;
    private final EmailAddress giver = new EmailAddress(UUID.randomUUID() + "@example.org");

    @BeforeEach
    void payForRice() {
        finance = new Guest(port).atDesk("FINANCE");
        order = shop.paid(Language.EN, 2, "CUSHION-INDIGO");
        gift = given(3_000);
    }

    private Pledge given(long yen) {
        return new GiftSamples(application)
                .given(
                        new GiveWish(
                                UUID.randomUUID(),
                                Frequency.ONCE,
                                Cause.FOOD,
                                Money.yen(yen),
                                false,
                                "Name",
                                giver,
                                Dedication.NONE,
                                Language.EN,
                                Money.yen(yen),
                                true));
    }

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(Await.value(rebuilding.run(false))).allMatch(Rebuilt::isSame);
    }

    /** Nobody reads of others' money in what was bought with theirs alone. */
    @Test
    void tellsWhatWasBoughtWithNobodyElsesMoney() {
        signed(has(), has() / 180);
        gift = given(3_000);
        long units = has() / 180;
        String disbursement = signed(has(), units);
        prove(disbursement, "invoice");
        String page = "/en/desk/outcomes/" + disbursement;
        assertThat(note(page, "/purchases", "units", units + "", "on", TODAY)).contains("Noted.");

        assertThat(giftPage("en"))
                .contains("of it went into " + units + " kg of rice.")
                .doesNotContain("of others");
        assertThat(giftPage("ja"))
                .contains("お米" + units + "kgの購入にあてました。")
                .doesNotContain("ほかのみなさま");
    }

    @Test
    void tellsTheOrderAndTheGiftWhatWasBoughtAndWhatArrived() {
        // So much that what is left of the last unit costs nobody a whole one.
        given(60_000);
        long units = has() / 180;
        String disbursement = signed(has(), units);
        String page = "/en/desk/outcomes/" + disbursement;
        assertThat(finance.get(page).page()).contains("Keep the invoice with the disbursement");

        prove(disbursement, "invoice");
        assertThat(note(page, "/purchases", "units", units + "", "on", "2020-01-02"))
                .contains("Is the invoice older, enter the day on which it was paid.");
        assertThat(note(page, "/purchases", "units", units + "", "on", TODAY))
                .contains("Noted.", "Still awaited");

        long ofGift = story(gift()).progress().bought();
        long ofOrder = story(order()).progress().bought();
        assertThat(ofGift).isPositive();
        assertThat(ofOrder).isPositive();
        assertThat(orderPage("en"))
                .contains("This has bought " + ofOrder + " kg of rice.")
                .contains("Where the money went", "Consumption tax", "together with the money of");
        assertThat(giftPage("ja")).contains("お米" + ofGift + "kgを購入しました。");

        prove(disbursement, "delivery");
        assertThat(note(page, "/deliveries", "units", units + 1 + "", "on", TODAY))
                .contains("more than what is still awaited");
        note(page, "/deliveries", "units", units / 2 + "", "on", TODAY);
        long half = story(order()).progress().delivered();
        assertThat(orderPage("en"))
                .contains(
                        "This has bought %d kg of rice and delivered %d kg of it."
                                .formatted(ofOrder, half));

        prove(disbursement, "delivery");
        note(page, "/deliveries", "units", units - units / 2 + "", "on", TODAY);
        assertThat(orderPage("en")).contains("This has delivered " + ofOrder + " kg of rice.");
        assertThat(giftPage("ja")).contains("お米" + ofGift + "kgを届けました。");
        assertThat(new Guest(port).get("/en/how-we-count").page())
                .as("what one buyer paid is for that buyer's page only")
                .contains("A piece from the shelf", "kg of rice")
                .doesNotContain(order.reference(), "??");
        assertThat(finance.get("/ja/desk/outcomes").page())
                .contains("これまでの購入")
                .doesNotContain("??", "{0}");
        assertThat(finance.get("/ja/desk/outcomes/" + disbursement).page())
                .contains("すべて届いたか")
                .doesNotContain("??", "{0}");
    }

    /** Each reads where their own money lies now, and nothing of why it was moved. */
    @Test
    void tellsWhatWasMovedToAnotherFund() {
        signed(has(), has() / 180);
        order = shop.paid(Language.EN, 2, "CUSHION-INDIGO");
        long ofOrder = has();
        gift = given(3_000);
        long ofGift = has() - ofOrder;

        move(ofOrder + 300);

        String moved = ": %s of it was moved from the fund “Food” to the fund “Clothing”.";
        String lies = "%s of it is in the fund “%s” and not spent yet.";
        assertThat(orderPage("en"))
                .contains(day(Language.EN) + moved.formatted(yen(ofOrder)))
                .doesNotContain("is in the fund “Food”", "Those who gave it agree", "??");
        assertThat(giftPage("en"))
                .contains(day(Language.EN) + moved.formatted("¥300"))
                .contains(lies.formatted(yen(ofGift - 300), "Food"))
                .contains(lies.formatted("¥300", "Clothing"));
        assertThat(giftPage("ja"))
                .contains(day(Language.JA) + "　このうち¥300を、基金「食料」から基金「衣類」に移しました。")
                .contains("このうち" + yen(ofGift - 300) + "は、基金「食料」にあり、まだ使っていません。")
                .contains("このうち¥300は、基金「衣類」にあり、まだ使っていません。")
                .doesNotContain("??");
    }

    private void move(long yen) {
        Map<String, String> typed =
                Map.of(
                        "from", "FOOD",
                        "to", "CLOTHING",
                        "yen", yen + "",
                        "ground", "giver-agreed");
        finance.bring("/en/desk/transfers/new", typed, "document", PICTURE.clone());
        people.signer(port, Role.APPROVER).approve(approval());
        shop.hear();
    }

    private static String day(Language language) {
        return new Formats().date(LocalDate.parse(TODAY), language);
    }

    private static String yen(long yen) {
        return new Formats().yen(Money.yen(yen));
    }

    /** Nobody reads that nobody's money is in it only because it has not been worked out. */
    @Test
    void saysThatItIsBeingWorkedOutWhoseMoneyBoughtIt() {
        String disbursement = signed(has(), has() / 180);
        prove(disbursement, "invoice");
        String page = "/en/desk/outcomes/" + disbursement;
        finance.at(page).post(page + "/purchases", "units", "1", "on", TODAY);

        assertThat(finance.get(page).page())
                .contains("being worked out")
                .doesNotContain("no order or gift");
        assertThat(finance.get(page.replace("/en/", "/ja/")).page())
                .contains("集計中です")
                .doesNotContain("ご注文・ご寄付 0件");

        shop.hear();
        assertThat(finance.get(page).page())
                .contains(" orders and gifts")
                .doesNotContain("being worked out");
    }

    @Test
    void writesOnceForEachStepAndNoMoreAfterOnePress() {
        long units = has() / 180;
        String disbursement = signed(has(), units);
        buy(disbursement, units);
        assertThat(subjects(giver)).containsOnlyOnce("Bought: " + gift.reference());
        assertThat(subjects(buyer())).containsOnlyOnce("Bought: " + order.reference());

        ReceivedMail letter =
                mailbox.to(giver.value()).stream()
                        .filter(it -> it.subject().startsWith("Bought: "))
                        .findFirst()
                        .orElseThrow();
        assertThat(letter.text())
                .contains("kg of rice", "/en/outcome-mails/")
                .doesNotContain("??", "{0}");
        String press = letter.unsubscribe().replaceFirst("<https?://[^/]+(/.*)>", "$1");
        assertThat(press).startsWith("/webhooks/outcome-mails/");
        Guest program = new Guest(port);
        assertThat(program.forge(press, "List-Unsubscribe", "One-Click").status()).isEqualTo(204);
        String page = press.replace("/webhooks/", "/ja/");
        assertThat(program.get(page).page()).contains("お知らせを停止しました");
        assertThat(program.get(page + "x").status()).isEqualTo(404);

        prove(disbursement, "delivery");
        note("/en/desk/outcomes/" + disbursement, "/deliveries", "units", units + "", "on", TODAY);
        assertThat(subjects(giver)).noneMatch(it -> it.startsWith("Delivered"));
        assertThat(subjects(buyer())).containsOnlyOnce("Delivered: " + order.reference());
    }

    /** Half as much again as was planned one person notes; one unit more takes another. */
    @Test
    void asksASecondPersonWhereFarMoreWasBoughtThanPlanned() {
        long planned = has() / 180;
        long most = planned + planned / 2;
        String disbursement = signed(has(), planned);
        String page = "/en/desk/outcomes/" + disbursement;
        prove(disbursement, "invoice");

        assertThat(note(page, "/purchases", "units", most + 1 + "", "on", TODAY))
                .contains("A second person is asked");
        assertThat(story(order()).progress().bought()).isZero();
        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval();
        assertThat(approver.guest().get(approval).page())
                .contains(most + 1 + " kg of rice", "far more than was planned")
                .doesNotContain("??", "{0}");
        assertThat(approver.guest().get(approval.replace("/en/", "/ja/")).page())
                .contains("予定を大きく上回って")
                .doesNotContain("??", "{0}");

        assertThat(finance.get(page).page())
                .contains(most + 1 + " kg of rice, bought on", "wait for a second person");
        assertThat(finance.get(page.replace("/en/", "/ja/")).page())
                .contains("お米" + (most + 1) + "kgの記録は", "もう一人の承認を待っています")
                .doesNotContain("??", "{0}");

        assertThat(note(page, "/purchases", "units", most + "", "on", TODAY))
                .contains("Noted.")
                .doesNotContain("wait for a second person");
        assertThat(approver.guest().get(approval).page())
                .as("One purchase of each")
                .doesNotContain(SIGN);
        assertThat(bought(disbursement)).isEqualTo(most);
    }

    @Test
    void notesNothingThatASecondPersonRefuses() {
        long planned = has() / 180;
        String disbursement = signed(has(), planned);
        buy(disbursement, planned * 2);
        Guest approver = people.signer(port, Role.APPROVER).guest();
        String approval = approval();
        assertThat(approver.get(approval).page()).contains(SIGN);

        approver.post(approval + "/refusals", "why", "Three zeros too many");
        shop.hear();

        assertThat(approver.get(approval).page()).doesNotContain(SIGN);
        assertThat(story(order()).progress().bought()).isZero();
        String page = "/desk/outcomes/" + disbursement;
        assertThat(finance.get("/en" + page).page())
                .contains("are not noted", "Three zeros too many");
        assertThat(finance.get("/ja" + page).page())
                .contains("承認が得られず", "Three zeros too many")
                .doesNotContain("??", "{0}");
        assertThat(
                        note(
                                "/en/desk/outcomes/" + disbursement,
                                "/purchases",
                                "units",
                                planned + "",
                                "on",
                                TODAY))
                .contains("Noted.");
        assertThat(bought(disbursement)).isEqualTo(planned);
    }

    @Test
    void notesFarMoreOnceASecondPersonAgrees() {
        long planned = has() / 180;
        String disbursement = signed(has(), planned);
        buy(disbursement, planned * 2);

        people.signer(port, Role.APPROVER).approve(approval());
        shop.hear();

        assertThat(bought(disbursement)).isEqualTo(planned * 2);
        assertThat(story(order()).progress().bought()).isPositive();
    }

    private long bought(String disbursement) {
        return Long.parseLong(
                one(
                        "select units::text from funds.purchase where disbursement = '"
                                + disbursement
                                + "'"));
    }

    private List<String> subjects(EmailAddress reader) {
        return mailbox.to(reader.value()).stream().map(ReceivedMail::subject).toList();
    }

    private EmailAddress buyer() {
        return new EmailAddress("buyer-" + order.attempt() + "@example.org");
    }

    @Test
    void correctsWhatWasBoughtWhenThePayersMoneyGoesBack() {
        long units = has() / 180;
        String disbursement = signed(has(), units);
        buy(disbursement, units);
        long before = story(order()).progress().bought();

        shop.refund(order, order.total().yen() / 2);

        ImpactStory after = story(order());
        assertThat(after.progress().bought()).isLessThan(before);
        assertThat(orderPage("en"))
                .contains(
                        "what has been bought, corrected from %d kg of rice to %d kg of rice"
                                .formatted(before, after.progress().bought()),
                        "Money behind it has gone back");
        assertThat(orderPage("ja"))
                .contains("購入した量をお米" + before + "kgから", "お支払いになった方またはカード会社へ戻ったためです");
    }

    /** Less was bought than the money was there for: only the page's own sentence says both. */
    @ParameterizedTest
    @EnumSource
    void foreseesWhatTheBuyersPageSaysAfterARefund(Language language) {
        long units = has() / 200;
        String disbursement = signed(has(), units);
        buy(disbursement, units);
        prove(disbursement, "delivery");
        note("/en/desk/outcomes/" + disbursement, "/deliveries", "units", "3", "on", TODAY);
        ImpactStory before = story(order());
        assertThat(before.told()).isNotEqualTo(before.units());

        String path = "/%s/desk/orders/%s/refunds".formatted(language.tag(), order.reference());
        String preview = look(path);
        assertThat(preview).contains(words.sentence(before, language));
        assertThat(finance.follow(finance.post(path, "act", "give")).page())
                .contains(messages.text("refunds.told.done", language));
        StripeNews.sendRefunds(application);
        shop.hear();

        ImpactStory after = story(order());
        assertThat(after.told()).isPositive().isLessThan(before.told());
        assertThat(preview).contains(words.sentence(after, language));
        assertThat(orderPage(language.tag())).contains(words.sentence(after, language));
    }

    /** What follows if one of the pieces is not sent and its money goes back. */
    private String look(String path) {
        finance.at(path);
        String variant =
                finance.offered(path).fields().keySet().stream()
                        .filter(it -> it.startsWith("pieces-"))
                        .findFirst()
                        .orElseThrow()
                        .substring("pieces-".length());
        return finance.post(
                        path,
                        "pieces-" + variant,
                        "1",
                        "fate-" + variant,
                        "not-sent",
                        "reason",
                        "cant-send",
                        "act",
                        "look")
                .page();
    }

    @Test
    void correctsWhatWillNotArriveOnceASecondPersonAgrees() {
        long units = has() / 180;
        String disbursement = signed(has(), units);
        buy(disbursement, units);
        String page = "/en/desk/outcomes/" + disbursement;
        long before = story(order()).progress().bought();

        assertThat(note(page, "/shortfalls", "units", "", "reason", "spoiled"))
                .contains("Enter a whole number from 1 to 1,000,000");
        assertThat(note(page, "/shortfalls", "units", units / 2 + "", "reason", "instead"))
                .contains("Choose what came instead");
        assertThat(note(page, "/shortfalls", "units", units / 2 + "", "reason", "spoiled"))
                .contains("A second person is asked", "Waits for a second person");
        assertThat(story(order()).corrections()).isEmpty();

        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval();
        assertThat(approver.guest().get(approval).page())
                .contains("It had spoiled")
                .doesNotContain("??", "{0}");
        approver.approve(approval);
        shop.hear();

        ImpactStory after = story(order());
        assertThat(after.progress().bought()).isEqualTo(before);
        assertThat(after.progress().expected()).isLessThan(before);
        assertThat(orderPage("en"))
                .contains(
                        "This has come to " + after.progress().expected() + " kg of rice, less",
                        "It had spoiled.");
        assertThat(orderPage("ja")).contains("購入したうち届く量を", "傷んでいたためです");
    }

    /** As a double click does where no script runs. */
    @Test
    void whatWillNotArriveIsAskedOnceWhenItIsSentTwice() {
        long units = has() / 180;
        String disbursement = signed(has(), units);
        buy(disbursement, units);
        String page = "/en/desk/outcomes/" + disbursement;
        String[] typed = {"units", "1", "reason", "spoiled"};
        finance.at(page).post(page + "/shortfalls", typed);
        String asked = approval();

        Guest.Answer second = finance.post(page + "/shortfalls", typed);

        assertThat(finance.follow(second).page()).contains("A second person is asked");
        assertThat(approval()).isEqualTo(asked);
    }

    @Test
    void correctsWhatWasBoughtWhenThePurchaseComesBack() {
        long units = has() / 180;
        long yen = has();
        String disbursement = signed(yen, units);
        buy(disbursement, units);
        long before = story(gift()).progress().bought();
        String money = "/en/desk/disbursements/" + disbursement;

        finance.at(money + "/returns").post(money + "/returns");
        shop.hear();

        assertThat(before).isPositive();
        assertThat(story(gift()).progress().bought()).isZero();
        assertThat(giftPage("en")).contains("A purchase has come back", "This funds ");
        assertThat(finance.get("/en/desk/outcomes/" + disbursement).page()).contains("¥0");
    }

    @Test
    void saysNothingThatTheMoneyDoesNotCover() {
        long units = has() / 180;
        String disbursement = signed(has(), units);
        buy(disbursement, units);

        assertThatThrownBy(
                        () ->
                                run(
                                        "update impact.progress set bought_units = bought_units + 1 where subject = '%s'"
                                                .formatted(order())))
                .hasStackTraceContaining("more than was bought with its money");
        assertThatThrownBy(
                        () ->
                                run(
                                        "update funds.share set yen = yen + 1 where disbursement = '%s' and subject = '%s'"
                                                .formatted(disbursement, order())))
                .hasStackTraceContaining("more than it cost");
        assertThatThrownBy(
                        () ->
                                run(
                                        "insert into funds.shortfall (id, disbursement, units, reason, proposed_at, decided_at) values ('%s', '%s', %d, 'LOST', now(), now())"
                                                .formatted(
                                                        UUID.randomUUID(),
                                                        disbursement,
                                                        units + 1)))
                .hasStackTraceContaining("than was bought");
    }

    @Test
    void showsViewersNoForm() {
        String disbursement = signed(has(), has() / 180);
        Guest viewer = new Guest(port).atDesk("VIEWER");

        assertThat(viewer.get("/en/desk/outcomes").status()).isEqualTo(200);
        assertThat(viewer.get("/en/desk/outcomes/" + disbursement).html())
                .doesNotContain("/purchases", "Keep the invoice");
        assertThat(finance.get("/en/desk/outcomes/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private String signed(long yen, long units) {
        String form = "/en/desk/disbursements/new";
        Guest.Answer drafted =
                finance.at(form)
                        .post(
                                form,
                                "fund",
                                "FOOD",
                                "purpose",
                                "food",
                                "outcome",
                                "rice",
                                "units",
                                units + "",
                                "payee",
                                "shop",
                                "yen",
                                yen + "",
                                "fee",
                                "0",
                                "way",
                                "home");
        String page = Objects.requireNonNull(drafted.location()).replaceFirst("#.*", "");
        finance.at(page).post(page + "/requests");
        people.signer(port, Role.APPROVER).approve(approval());
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private String approval() {
        return "/en/desk/approvals/"
                + one(
                        "select id::text from approvals.approval where state = 'WAITING' order by"
                                + " proposed_at desc limit 1");
    }

    private void buy(String disbursement, long units) {
        prove(disbursement, "invoice");
        note("/en/desk/outcomes/" + disbursement, "/purchases", "units", units + "", "on", TODAY);
    }

    private void prove(String disbursement, String kind) {
        byte[] file = PICTURE.clone();
        finance.bring(
                "/en/desk/disbursements/" + disbursement + "/proofs",
                Map.of("kind", kind),
                "file",
                file);
    }

    private String note(String page, String form, String... answers) {
        Guest.Answer answer = finance.at(page).post(page + form, answers);
        shop.hear();
        return answer.location().isEmpty() ? answer.page() : finance.follow(answer).page();
    }

    private UUID order() {
        return order.id().value();
    }

    private UUID gift() {
        return Objects.requireNonNull(gift.payment()).value();
    }

    private ImpactStory story(UUID subject) {
        return Await.value(impact.story(subject));
    }

    private String orderPage(String language) {
        return new Guest(port).get("/" + language + orders.link(order).path()).page();
    }

    private String giftPage(String language) {
        return new Guest(port).get("/" + language + giving.link(gift).path()).page();
    }

    private long has() {
        return Await.value(spending.has(Fund.FOOD)).yen();
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
