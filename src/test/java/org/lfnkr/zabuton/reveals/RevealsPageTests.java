package org.lfnkr.zabuton.reveals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.MultiValueMap;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What buyers told us is masked at the desk, and opened with a reason and a trace. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, SignInSamples.class})
class RevealsPageTests {

    private static final Delivery HOME =
            new Delivery(
                    "Hana Sample",
                    "JP",
                    "150-0001",
                    "13",
                    "Sakura\n9-8-7",
                    "0312345678",
                    "Ring twice");

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired SignInSamples people;
    @Autowired Orders orders;
    @Autowired Reveals reveals;
    @Autowired Supporters supporters;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private final EmailAddress mail =
            new EmailAddress("masked-" + UUID.randomUUID() + "@example.org");

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP", "FULFILMENT", "FINANCE", "VIEWER"})
    void nothingIsShownBeforeItIsOpened(String role) {
        Order order = order();
        Guest staff = new Guest(port).atDesk(role);

        for (String page : pages(order)) {
            assertThat(staff.get(page).page())
                    .contains("••••••", messages.text("reveals.looked.none", Language.EN))
                    .doesNotContain(
                            "Hana", "Sakura", "150-0001", "0312345678", "Ring twice", "masked-");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHOP, ship-to contact receipt, ''",
        "FULFILMENT, ship-to, contact receipt",
        "FINANCE, receipt, ship-to contact",
        "VIEWER, '', ship-to contact receipt",
        "'ADMIN,SHOP', '', ship-to contact receipt"
    })
    void eachRoleOpensWhatItNeeds(String roles, String may, String mayNot) {
        Order order = order();
        Guest staff = new Guest(port).atDesk(roles.split(","));
        String page = staff.get(dossier(order)).html();

        assertThat(parts(may)).allSatisfy(part -> assertThat(page).contains(action(part)));
        assertThat(parts(mayNot))
                .allSatisfy(
                        part -> {
                            assertThat(page).doesNotContain(action(part));
                            assertThat(
                                            staff.postUnasked(
                                                            action(part),
                                                            "reveal-kind",
                                                            "order",
                                                            "reveal-record",
                                                            order.id().value().toString(),
                                                            "reveal-reason",
                                                            "law")
                                                    .status())
                                    .isEqualTo(403);
                        });
        assertThat(traces(order)).isZero();
    }

    @Test
    void whatIsOpenedIsShownToTheReaderAndNobodyElseForAQuarterOfAnHour() {
        Order order = order();
        Guest staff = new Guest(port).atDesk("FULFILMENT");
        Guest other = new Guest(port).atDesk("SHOP");

        Guest.Answer opened = open(staff.at(dossier(order)), "ship-to", "sending");

        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.location()).isEqualTo(dossier(order) + "#ship-to");
        Guest.Answer page = staff.get(parcels(order));
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.page())
                .contains(
                        "〒150-0001\n東京都\nSakura\n9-8-7\nHana Sample　様", "0312345678", "Ring twice")
                .doesNotContain("masked-");
        assertThat(staff.get(dossier(order)).page()).contains("Sakura").doesNotContain("masked-");
        assertThat(staff.get(dossier(order)).header("Cache-Control")).contains("no-store");
        for (String elsewhere : pages(order)) {
            assertThat(other.get(elsewhere).page()).doesNotContain("Hana", "Sakura");
        }

        clock.advance(Reveals.SHOWN.minusSeconds(30));
        assertThat(staff.get(parcels(order)).page()).contains("Sakura");
        clock.advance(Duration.ofSeconds(31));
        for (String later : pages(order)) {
            assertThat(staff.get(later).page()).contains("••••••").doesNotContain("Hana", "Sakura");
        }
    }

    /** Its script masks it; where there are no scripts the page is loaded anew. */
    @ParameterizedTest
    @EnumSource
    void aPageThatIsLeftOpenIsMaskedInTime(Language language) {
        Order order = order();
        String here = parcels(order).replace("/en/", "/" + language.tag() + "/");
        Guest staff = new Guest(port).atDesk("FULFILMENT").at(here);
        assertThat(staff.get(here).html()).doesNotContain("http-equiv=", "data-shown-for=");
        open(staff.at(parcels(order)), "ship-to", "sending");

        clock.advance(Reveals.SHOWN.minusSeconds(300));
        String page = staff.get(here).html();

        assertThat(page)
                .containsPattern("data-shown-for=\"(29\\d|30[01])\"")
                .containsPattern(
                        "<noscript><meta http-equiv=\"refresh\" content=\"(29\\d|30[01]); url="
                                + here
                                + "\">")
                .contains(messages.text("reveals.masked.again", language));
        clock.advance(Duration.ofSeconds(302));
        assertThat(staff.get(here).html()).doesNotContain("http-equiv=", "Sakura");
    }

    /** A page that is refused for what was typed into another form shows no less, and no more. */
    @Test
    void aFormThatIsRefusedKeepsWhatWasOpened() {
        Order order = order();
        Guest staff = new Guest(port).atDesk("FULFILMENT").at(parcels(order));
        open(staff, "ship-to", "sending");

        Guest.Answer refused = staff.at(parcels(order)).post(parcels(order), "tracking", "1/2");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(refused.page()).contains("Sakura");
    }

    /** Whoever looks up an address while they pack goes on where they were. */
    @Test
    void whatWasTypedBesideItStaysWhereSomethingIsOpened() {
        Order order = order();
        Guest staff = new Guest(port).atDesk("FULFILMENT").at(parcels(order));
        staff.post(parcels(order), "tracking", "1/2", "carrier", "courier");

        Guest.Answer opened = open(staff, "ship-to", "sending");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.page()).contains("Sakura");
        MultiValueMap<String, String> fields = staff.offered(parcels(order)).fields();
        assertThat(fields.getFirst("tracking")).isEqualTo("1/2");
        assertThat(fields.getFirst("carrier")).isEqualTo("courier");
        assertThat(traces(order)).isOne();
    }

    /** The number of a parcel that went, too: its form is another one. */
    @Test
    void aRefusedNumberStaysWhereSomethingIsOpened() {
        Order order = order();
        Guest staff = new Guest(port).atDesk("FULFILMENT").at(parcels(order));
        staff.post(parcels(order));
        PageForm numbers =
                PageForm.of(staff.get(parcels(order)).html()).stream()
                        .filter(form -> form.action().endsWith("/tracking"))
                        .findAny()
                        .orElseThrow();
        String field = numbers.typedFields().iterator().next();
        staff.post(numbers.action(), field, "1/2");

        assertThat(open(staff, "ship-to", "sending").page()).contains("Sakura");

        assertThat(staff.offered(numbers.action()).fields().getFirst(field)).isEqualTo("1/2");
    }

    @Test
    void whoLosesTheRightSeesNothingAnyMore() {
        Order order = order();
        UUID account = UUID.randomUUID();
        Await.value(
                reveals.show(
                        UUID.randomUUID(),
                        order.matter(),
                        Part.SHIP_TO,
                        Reason.ASKED,
                        new Reader(account, Set.of(Role.SHOP))));

        assertThat(shipTo(order, new Reader(account, Set.of(Role.SHOP, Role.EDITOR)))).isNotEmpty();
        assertThat(shipTo(order, new Reader(account, Set.of(Role.FINANCE)))).isEmpty();
        assertThat(shipTo(order, new Reader(account, Set.of(Role.SHOP, Role.ADMIN)))).isEmpty();
    }

    private record Reader(UUID account, Set<Role> roles) implements Colleague {}

    private List<Masked.Opened> shipTo(Order order, Reader reader) {
        return Await.value(reveals.of(order.matter(), reader)).fields().getFirst().lines();
    }

    @ParameterizedTest
    @EnumSource
    void theTraceIsReadByStaffAndByThePersonWithoutWhoItWas(Language language) {
        Order order = order();
        Guest staff = new Guest(port).atDesk("SHOP").at(dossier(order));
        open(staff, "contact", "unreached");
        String tag = "/" + language.tag();
        String account = account(order);

        String desk = staff.get(dossier(order).replaceFirst("/en", tag)).page();
        assertThat(desk)
                .contains(
                        mail.value(),
                        "SHOP@example.org",
                        messages.text("reveals.role.SHOP", language),
                        messages.text("reveals.part.contact", language),
                        messages.text("reveals.reason.unreached", language))
                .doesNotContain(account, "??", "{0}");

        Guest buyer = people.signedIn(mail);
        String link = orders.link(order).path();
        for (String page : List.of(tag + link, tag + "/me/data", tag + "/me/data/copy.json")) {
            assertThat(buyer.get(page).page())
                    .as(page)
                    .containsAnyOf(messages.text("reveals.reason.unreached", language), "unreached")
                    .doesNotContain(account, "??", "{0}");
        }
        assertThat(new Guest(port).get(tag + link).page())
                .contains(messages.text("reveals.looks", language))
                .contains(messages.text("reveals.part.contact", language));
    }

    @Test
    void thePersonReadsThatNobodyLooked() {
        Order order = order();

        assertThat(new Guest(port).get("/en" + orders.link(order).path()).page())
                .contains(messages.text("reveals.looks.none", Language.EN));
    }

    @Test
    void theSameFormTwiceIsOneTrace() {
        Order order = order();
        Guest staff = new Guest(port).atDesk("SHOP").at(dossier(order));
        String id = staff.offered(action("contact")).fields().getFirst("reveal-id-contact");
        String[] form = {
            "reveal-id-contact",
            id,
            "reveal-kind",
            "order",
            "reveal-record",
            "" + order.id().value(),
            "reveal-reason",
            "asked"
        };

        staff.postUnasked(action("contact"), form);
        staff.postUnasked(action("contact"), form);

        assertThat(traces(order)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "order, curiosity, 1",
        "order, '', 1",
        "order, paper, 1", // no reason to open this part
        "donkey, asked, 1",
        "order, asked, 0"
    })
    void whatNoPageOffersOpensNothing(String kind, String reason, int known) {
        Order order = order();
        UUID record = known == 1 ? order.id().value() : UUID.randomUUID();
        Guest staff = new Guest(port).atDesk("SHOP");

        Guest.Answer answer =
                staff.postUnasked(
                        action("contact"),
                        "reveal-id-contact",
                        "" + UUID.randomUUID(),
                        "reveal-kind",
                        kind,
                        "reveal-record",
                        "" + record,
                        "reveal-reason",
                        reason);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(traces(order)).isZero();
    }

    /** Nobody is led away from the shop by a form of it. */
    @Test
    void theWayBackIsAPageOfOurs() {
        Order order = order();

        Guest.Answer answer =
                new Guest(port)
                        .atDesk("SHOP")
                        .postUnasked(
                                action("contact"),
                                "reveal-id-contact",
                                "" + UUID.randomUUID(),
                                "reveal-kind",
                                "order",
                                "reveal-record",
                                "" + order.id().value(),
                                "reveal-reason",
                                "asked",
                                "reveal-back",
                                "https://example.org/");

        assertThat(answer.location()).isEqualTo("/en/desk#contact");
    }

    @Test
    void nothingIsLeftToOpenOfWhoWasErased() {
        Order order = order();
        UUID supporter = people.met(mail).id().value();
        Guest staff = new Guest(port).atDesk("SHOP").at(dossier(order));
        Await.done(supporters.erase(new SupporterId(supporter)));

        assertThat(new Guest(port).atDesk("SHOP").get(dossier(order)).html())
                .contains(messages.text("reveals.nothing", Language.EN))
                .doesNotContain(action("ship-to"), "••••");
        Guest.Answer opened = open(staff, "ship-to", "asked");

        assertThat(staff.follow(opened).page())
                .contains(messages.text("reveals.nothing", Language.EN))
                .doesNotContain("Hana", "Sakura");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update reveals.reveal set reason = 'LAW'", "delete from reveals.reveal"})
    void theTraceStays(String change) {
        assertThatThrownBy(() -> Await.done(database.sql(change).then()))
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverApprovesSeesWhoOpenedMuch(Language language) {
        Order order = order();
        boolean english = language == Language.EN;
        String many = english ? "EDITOR" : "VIEWER,EDITOR";
        String few = english ? "VIEWER" : "VIEWER,FINANCE";
        UUID much = signedIn(many);
        UUID little = signedIn(few);
        trace(order, much, 61);
        trace(order, little, 60);

        Guest approver = new Guest(port).atDesk("APPROVER");
        assertThat(approver.get("/" + language.tag() + "/desk").page())
                .contains(messages.text("reveals.concern", language))
                .contains("href=\"/" + language.tag() + "/desk/reveals#many\"");
        assertThat(approver.get("/" + language.tag() + "/desk/reveals").page())
                .contains(messages.text("reveals.days.many", language, 60))
                .contains("<td>" + called(many) + "</td>", "<strong>61</strong>")
                .contains("<td>" + called(few) + "</td>", "<span>60</span>")
                .doesNotContain(much.toString(), little.toString())
                .doesNotContain("<strong>60</strong>", "??", "{0}");
    }

    /** Of somebody who opens nothing in other tests. */
    private UUID signedIn(String roles) {
        String token = new Guest(port).atDesk(roles.split(",")).cookie("__Host-desk");
        return Await.value(
                database.sql(
                                """
                                select account_id from staff.session
                                where token_hash = sha256(convert_to(:token, 'UTF8'))
                                """)
                        .bind("token", token)
                        .mapValue(UUID.class)
                        .one());
    }

    private static String called(String roles) {
        return roles.replace(',', '.') + "@example.org";
    }

    private void trace(Order order, UUID account, int times) {
        Await.done(
                database.sql(
                                """
                                insert into reveals.reveal
                                    (id, at, account_id, role, subject_id, kind, matter, part, way, reason)
                                select gen_random_uuid(), :at, :account, 'FULFILMENT', :subject, 'order',
                                       :matter, 'SHIP_TO', 'PRINTED', 'SENDING' from generate_series(1, :times)
                                """)
                        .bind("at", clock.instant())
                        .bind("account", account)
                        .bind("subject", order.subject().value())
                        .bind("matter", order.id().value())
                        .bind("times", times)
                        .then());
    }

    private Order order() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("CUSHION-INDIGO"), 1));
        return paid.pay(
                new PlaceOrder(
                        wish.attempt(), wish.cart(), HOME, mail, Language.EN, wish.seen(), true));
    }

    private static Guest.Answer open(Guest staff, String part, String reason) {
        return staff.post(action(part), "reveal-reason", reason);
    }

    private static String action(String part) {
        return "/en/desk/reveals/" + part;
    }

    private static List<String> parts(String parts) {
        return parts.isEmpty() ? List.of() : List.of(parts.split(" "));
    }

    private static List<String> pages(Order order) {
        return List.of(parcels(order), dossier(order));
    }

    private static String parcels(Order order) {
        return "/en/desk/parcels/" + order.id().value();
    }

    private static String dossier(Order order) {
        return "/en/desk/orders/" + order.reference();
    }

    private long traces(Order order) {
        return Await.value(
                database.sql("select count(*) from reveals.reveal where matter = :order")
                        .bind("order", order.id().value())
                        .mapValue(Long.class)
                        .one());
    }

    private String account(Order order) {
        return Await.value(
                        database.sql("select account_id from reveals.reveal where matter = :order")
                                .bind("order", order.id().value())
                                .mapValue(UUID.class)
                                .one())
                .toString();
    }
}
