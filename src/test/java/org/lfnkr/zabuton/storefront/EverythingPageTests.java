package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.awaited.WaitSamples;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Delivery.Orderer;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Everything that we keep about you" is everything. */
@ModuleTest
@Import({SignInSamples.class, OrderSamples.class, WaitSamples.class})
class EverythingPageTests {

    /** Tables that say something of a person, and the section of the file that tells it. */
    private static final Map<String, String> TOLD =
            Map.ofEntries(
                    Map.entry("awaited.wait", "awaited"),
                    Map.entry("supporters.supporter", "person"),
                    Map.entry("supporters.merger", "person"),
                    Map.entry("supporters.consent", "consents"),
                    Map.entry("supporters.session", "sessions"),
                    Map.entry("orders.orders", "orders"),
                    Map.entry("orders.line", "orders"),
                    Map.entry("orders.timing", "orders"),
                    Map.entry("orders.happening", "ordered"),
                    Map.entry("returns.request", "orders"),
                    Map.entry("returns.line", "orders"),
                    Map.entry("fulfilment.parcel", "orders"),
                    Map.entry("fulfilment.parcel_line", "orders"),
                    Map.entry("fulfilment.dispatch", "orders"),
                    Map.entry("fulfilment.line", "orders"),
                    Map.entry("fulfilment.making", "orders"),
                    Map.entry("funds.quiet", "outcomes"),
                    Map.entry("giving.pledge", "giving"),
                    Map.entry("giving.plan", "giving"),
                    Map.entry("giving.charge", "charges"),
                    Map.entry("giving.destination", "charges"),
                    Map.entry("giving.happening", "course"),
                    Map.entry("giving.farewell", "farewells"),
                    Map.entry("giving.raise_question", "raises"),
                    Map.entry("giving.raise_quiet", "raises"),
                    Map.entry("giving.public_name", "names"),
                    Map.entry("giving.thanked", "names"),
                    Map.entry("receipts.receipt", "receipts"),
                    Map.entry("receipts.payment", "receipts"),
                    Map.entry("payments.payment", "charges"),
                    Map.entry("payments.refund", "charges"),
                    Map.entry("payments.hold", "ordered"),
                    Map.entry("payments.dispute", "course"),
                    Map.entry("payments.plan", "giving"),
                    Map.entry("payments.plan_terms", "course"),
                    Map.entry("payments.wish", "course"),
                    Map.entry("payments.overdue", "course"),
                    Map.entry("reveals.look_up", "reveals"),
                    Map.entry("reveals.reveal", "reveals"),
                    Map.entry("vault.box", "cards"),
                    Map.entry("mail.letter", "letters"));

    /**
     * Boxes that tell nothing beyond the others: the receipt as it was printed, which is handed out
     * as it is, and what was asked of Stripe, which is addresses and sums that stand elsewhere.
     */
    private static final Pattern REPEATING =
            Pattern.compile("receipts\\.(document|paper)|(payment|plan)/.+");

    /**
     * Schemas and tables that know nobody, or only for as long as something is under way and by a
     * key that is destroyed with it.
     */
    private static final List<String> ABOUT_NOBODY =
            List.of(
                    "approvals.",
                    "audit.",
                    // Files name payers whom nobody knows, each under a key of its own.
                    "banking.",
                    "bookkeeping.",
                    "catalog.",
                    "closing.",
                    "counter.",
                    "evidence.",
                    "fulfilment.carrier",
                    "funds.",
                    "giving.hand_batch",
                    "giving.hand_gift",
                    "giving.transfer_undo",
                    "guard.",
                    "impact.",
                    "ledger.",
                    "orders.fate",
                    "orders.restocking",
                    "outbox.",
                    "payments.balance_",
                    "payments.event_cursor",
                    "payments.inbox",
                    "payments.payout",
                    "payments.movement",
                    "receipts.counter",
                    "refunds.",
                    "reporting.",
                    "reveals.breach",
                    "shipping.",
                    "staff.",
                    "startup.",
                    "stock.",
                    "supporters.address_change",
                    "supporters.proof",
                    "supporters.request",
                    "supporters.retained",
                    "supporters.tries",
                    "vault.");

    private static final Delivery FRIEND =
            new Delivery("A friend", "JP", "1000001", "13", "Elsewhere\n9-9", "", "");

    @Autowired SignInSamples samples;
    @Autowired OrderSamples orderSamples;
    @Autowired WaitSamples waits;
    @Autowired Orders orders;
    @Autowired Vault vault;
    @Autowired StripeSimulator stripe;
    @Autowired JsonMapper json;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    private final EmailAddress email = newAddress();

    @Test
    void everyTableIsToldOrAboutNobody() {
        Set<String> unknown = new TreeSet<>(tables());
        unknown.removeAll(TOLD.keySet());
        unknown.removeIf(table -> ABOUT_NOBODY.stream().anyMatch(table::startsWith));

        assertThat(unknown)
                .as("Tell it to the people whom it is about, or say that it is about nobody")
                .isEmpty();
    }

    @Test
    void everySectionIsToldAndEveryBoxOpened() {
        Guest person = somebodyWhoDidEverything();

        JsonNode file = json.readTree(person.get("/en/me/data/copy.json").page());
        assertThat(new TreeSet<>(TOLD.values()))
                .allSatisfy(section -> assertThat(file.path(section)).as(section).isNotEmpty());

        Set<String> told = new TreeSet<>();
        texts(file).forEach(told::add);
        String all = String.join("\n", told);
        boxes().forEach((place, text) -> assertThat(words(text)).as(place).allMatch(all::contains));
        for (String page : List.of("/en/me/data", "/ja/me/data")) {
            assertThat(person.get(page).page()).doesNotContain("??", "{0}");
        }
    }

    /** Nobody reads "gift-plan-welcome" about a mail. */
    @ParameterizedTest
    @EnumSource
    void mailsAreCalledAsTheyWereHeaded(Language language) {
        Guest person = somebodyWhoDidEverything();

        assertThat(person.get("/" + language.tag() + "/me/data").page())
                .contains(
                        messages.text("orders.mail.paid.title", language),
                        messages.text("giving.mail.thanks.title", language),
                        messages.text("giving.mail.plan.welcome.title", language))
                .contains(
                        messages.text("charges.data.method", language)
                                + "</dt><dd>"
                                + messages.text("charges.data.method.card", language))
                .doesNotContain("order-paid", "gift-thanks", "gift-plan-");
        assertThat(application.getBeansOfType(Letter.class).values())
                .extracting(letter -> messages.text(letter.titleKey(), language))
                .doesNotContain("")
                .hasSizeGreaterThan(40);
    }

    @Test
    void aChangeOfAmountIsNoGift() {
        Guest person = somebodyWhoDidEverything();

        JsonNode file = json.readTree(person.get("/en/me/data/copy.json").page());

        assertThat(file.path("giving")).hasSize(2);
        assertThat(file.path("course").toString()).contains("terms-changed");
    }

    @Test
    void myPageSaysWhatWasGivenAndPaidInAll() {
        order();
        gift(Frequency.ONCE, Dedication.NONE);
        gift(Frequency.ONCE, Dedication.NONE);

        String page = samples.signedIn(email).get("/en/me").page();

        assertThat(page)
                .containsPattern("(?s)Given in 20\\d\\d</dt><dd[^>]*>¥6,000<")
                .containsPattern("(?s)Given in all</dt><dd[^>]*>¥6,000<")
                .contains("Paid for orders in all");
        assertThat(samples.signedIn(newAddress()).get("/en/me").page())
                .doesNotContain("Given in", "in all");
    }

    @Test
    void aConsentIsTakenBackByOneClickAndStopsWhatRestsOnIt() {
        gift(Frequency.MONTHLY, new Dedication("", "", "", "Public Name"));
        Guest person = samples.signedIn(email);
        assertThat(person.get("/en/me").page()).contains("/en/me/consents");
        String page = person.get("/en/me/consents").page();
        assertThat(page).contains("Public Name", "value=\"foster-children\"");

        assertThat(person.post("/en/me/consents/withdrawals", "kind", "foster-children").location())
                .isEqualTo("/en/me/consents");
        person.get("/en/me/consents");
        person.post(page.replaceAll("(?s).*action=\"(/en/me/thanks/[^\"]+)\".*", "$1"));
        StripeNews.sendWishes(application);
        StripeNews.hear(application);

        assertThat(person.get("/en/me/consents").page())
                .contains("nothing that you agreed to")
                .doesNotContain("Public Name");
        assertThat(person.get("/en/me/data/copy.json").page()).contains("withdrawnAt", "stopping");
    }

    private void wantsNoMailsAboutPurchases() {
        database.sql(
                        """
                        insert into funds.quiet (subject, since)
                        select subject_id, now() from supporters.supporter where email_index is not null
                        on conflict do nothing
                        """)
                .then()
                .block();
    }

    private Guest somebodyWhoDidEverything() {
        Order order = order();
        gift(Frequency.ONCE, new Dedication("Honouree", "Words", "Group", "Public Name"));
        Pledge plan = gift(Frequency.MONTHLY, Dedication.NONE);
        changeTerms(plan);
        Guest person = samples.signedIn(email);
        String page = "/en" + orders.link(order).path() + "/receipt";
        person.get(page);
        person.post(page, "name", "Addressee of the order");
        String list = person.get("/en/me/receipts").page();
        String scope = list.replaceAll("(?s).*?scope=([^\"]+)\".*", "$1");
        person.get("/en/me/receipts/form?scope=" + scope);
        person.post("/en/me/receipts", "name", "Addressee", "address", "Its address");
        farewell(plan);
        looked(order);
        waits.wait(email, orderSamples.variant("HAT-INDIGO"));
        samples.letters();
        wantsNoMailsAboutPurchases();
        wasAskedToRaise(plan);
        return person;
    }

    private void wasAskedToRaise(Pledge pledge) {
        run(
                "insert into giving.raise_question (id, plan, pledge, supporter, year, price_was, price, gift,"
                        + " suggested, asked_at, answer, answered_at) select gen_random_uuid(), g.plan, g.id,"
                        + " g.supporter, 2026, p.id, p.id, 3000, 3300, now(), 'KEPT', now() from giving.pledge g,"
                        + " (select id from impact.price limit 1) p where g.id = :id",
                pledge);
        run(
                "insert into giving.raise_quiet select supporter, now() from giving.pledge"
                        + " where id = :id on conflict do nothing",
                pledge);
    }

    private void looked(Order order) {
        String page = "/en/desk/orders/" + order.reference();
        new Guest(port)
                .atDesk("SHOP")
                .at(page)
                .post("/en/desk/reveals/contact", "reveal-reason", "asked");
    }

    private void changeTerms(Pledge pledge) {
        run(
                "insert into giving.pledge select gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid(),"
                        + " 'test', language, supporter, subject, frequency, fund, 5000, 0, terms, null, false,"
                        + " status, null, plan, false, true, made_at + interval '1 hour'"
                        + " from giving.pledge where id = :id",
                pledge);
        run(
                "insert into giving.happening (about, kind, amount, at)"
                        + " select plan, 'TERMS_CHANGED', 5000, made_at from giving.pledge where id = :id",
                pledge);
    }

    private void farewell(Pledge pledge) {
        run(
                "insert into giving.farewell select plan, 'money', made_at from giving.pledge"
                        + " where id = :id",
                pledge);
    }

    private void run(String sql, Pledge pledge) {
        Await.done(database.sql(sql).bind("id", pledge.id().value()).then());
    }

    private Order order() {
        PlaceOrder wish =
                orderSamples.wish(Cart.EMPTY.add(orderSamples.variant("CUSHION-INDIGO"), 1));
        PlaceOrder mine =
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        FRIEND.with("Best wishes", new Orderer(wish.delivery(), true)),
                        email,
                        wish.language(),
                        wish.seen(),
                        true);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(mine));
        Order order = Await.value(orders.open(placed.link()));
        pay((Opening.Open) Await.value(orders.pay(order)));
        Await.value(orders.refresh(order));
        StripeNews.hear(application);
        return order;
    }

    private Pledge gift(Frequency frequency, Dedication words) {
        return new GiftSamples(application)
                .given(GiftSamples.wish(email, "Another name", frequency, words, Language.EN));
    }

    private void pay(Opening.Open page) {
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
    }

    /** What the vault keeps under the person's key and under those of their receipts, by place. */
    private Map<String, String> boxes() {
        Map<String, String> boxes = new HashMap<>();
        database.sql(
                        """
                        select subject_id, place from vault.box where subject_id in
                            (select subject_id from supporters.supporter where id = :id
                             union all select subject from receipts.receipt where supporter = :id)
                        """)
                .bind("id", samples.met(email).id().value())
                .map(
                        row ->
                                Map.entry(
                                        row.get("subject_id", UUID.class),
                                        row.get("place", String.class)))
                .all()
                .filter(box -> !REPEATING.matcher(box.getValue()).matches())
                .concatMap(
                        box ->
                                vault.reveal(new SubjectId(box.getKey()), box.getValue())
                                        .doOnNext(text -> boxes.put(box.getValue(), text)))
                .blockLast();
        return boxes;
    }

    /** A box holds a text, or JSON with texts in it. */
    private List<String> words(String text) {
        return text.startsWith("{")
                ? texts(json.readTree(text)).filter(it -> it.length() > 2).toList()
                : List.of(text);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(EverythingPageTests::texts);
    }

    private List<String> tables() {
        return Await.value(
                database.sql(
                                "select schemaname || '.' || tablename from pg_tables where schemaname not in"
                                        + " ('pg_catalog', 'information_schema', 'public')")
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
