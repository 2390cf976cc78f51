package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.StringUtils;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The desk's page of parcels: what is to be sent, and noting that it was. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class ParcelsPageTests {

    private static final Pattern MORE =
            Pattern.compile("href=\"([^\"]+\\?after=[^\"]+)\">Show those that wait behind");

    @Autowired PaidOrders paid;
    @Autowired Orders orders;
    @Autowired Dispatches dispatches;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void nobodyElseSeesThem() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");

        assertThat(new Guest(port).get("/en/desk/parcels").location()).contains("/desk/sign-in");
        assertThat(new Guest(port).get(desk("en", order)).location()).contains("/desk/sign-in");
        assertThat(new Guest(port).postUnasked(desk("en", order), "carrier", "post").location())
                .contains("/desk/sign-in");
        assertThat(paid.story(order).parcels().parcels()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToBeSentIsListedWithoutANameOrAnAddress(Language language) {
        Order order = paid.paid(language, 2, "HAT-WOOL", "SCARF-INDIGO");

        String list = longestFirst(language, order);
        Guest.Answer answer = staff().get(desk(language.tag(), order));
        String one = answer.page();

        assertThat(answer.header("Cache-Control")).contains("no-store");

        assertThat(list)
                .contains(messages.text("fulfilment.piece", language, "HAT-WOOL", 2))
                .contains(messages.text("fulfilment.piece", language, "SCARF-INDIGO", 2));
        assertThat(one)
                .contains("HAT-WOOL", "SCARF-INDIGO", messages.text("fulfilment.send", language));
        assertThat(List.of(list, one))
                .allSatisfy(page -> assertThat(page).doesNotContain("??", "@", "1-2-3", "1500001"));
    }

    /** The page of the list on which an order stands. */
    private String longestFirst(Language language, Order order) {
        String next = "/" + language.tag() + "/desk/parcels";
        String more = messages.text("fulfilment.waiting.more", language);
        while (true) {
            String page = staff().get(next).page();
            if (page.contains(order.reference())) {
                return page;
            }
            Matcher link =
                    Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(more)).matcher(page);
            assertThat(link.find()).as("Nowhere on the list").isTrue();
            next = link.group(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aParcelIsNotedAndItsBuyerSeesIt(Language language) {
        Order order = paid.paid(language, 2, "HAT-WOOL");
        Guest staff = staff().at(desk(language.tag(), order));
        PageForm form = staff.offered(desk(language.tag(), order));
        String pieces = pieces(form);
        assertThat(form.fields().getFirst(pieces)).isEqualTo("2");

        String done =
                staff.post(
                                desk(language.tag(), order),
                                pieces,
                                "１",
                                "carrier",
                                "courier",
                                "tracking",
                                "１２３４−５６７８−９０１２")
                        .location();
        String told = staff.get(done).page();

        assertThat(done).isEqualTo(desk(language.tag(), order) + "#told");
        assertThat(staff.get(done).page())
                .doesNotContain(messages.text("fulfilment.told.sent", language));
        assertThat(told)
                .contains(messages.text("fulfilment.told.sent", language))
                .contains("123456789012")
                .contains(
                        StringUtils.capitalize(messages.text("orders.status.part-sent", language)));
        paid.hear();
        String page = new Guest(port).get("/" + language.tag() + path(order)).page();
        assertThat(page)
                .contains("123456789012", messages.text("storefront.order.part-sent", language))
                .contains(language == Language.JA ? "宅配便" : "Parcel service")
                .contains(messages.text("storefront.happened.sent", language))
                .doesNotContain("??");

        staff.post(desk(language.tag(), order), "tracking", "");
        assertThat(new Guest(port).get("/" + language.tag() + path(order)).page())
                .contains(messages.text("storefront.order.sent", language))
                .contains(messages.text("storefront.order.parcel.untracked", language));
        assertThat(staff.get(desk(language.tag(), order)).page())
                .contains(messages.text("fulfilment.done", language));
        assertThat(staff.get("/" + language.tag() + "/desk/parcels").page())
                .contains("123456789012", order.reference());
    }

    /** Also where fewer are left than the form, which has been carried out, asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void pressingTwiceNotesOneParcel(String some) {
        Order order = paid.paid(Language.EN, 3, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        PageForm form = staff.offered(desk("en", order));
        String[] answers = {
            "parcel", form.fields().getFirst("parcel"), pieces(form), some, "carrier", "post"
        };

        assertTold(staff, staff.postUnasked(desk("en", order), answers), "sent", Language.EN);
        assertTold(staff, staff.postUnasked(desk("en", order), answers), "before", Language.EN);
        assertThat(paid.story(order).parcels().parcels()).hasSize(1);
    }

    /** The last pieces too, for which no form is left to complain of. */
    @Test
    void pressingTwiceForTheLastPieceIsNoMistake() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        PageForm form = staff.offered(desk("en", order));
        String[] answers = {
            "parcel", form.fields().getFirst("parcel"), pieces(form), "1", "carrier", "post"
        };
        staff.postUnasked(desk("en", order), answers);

        assertTold(staff, staff.postUnasked(desk("en", order), answers), "before", Language.EN);
        answers[1] = UUID.randomUUID().toString();
        assertThat(staff.postUnasked(desk("en", order), answers).page())
                .contains(messages.text("fulfilment.overtaken.all", Language.EN));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3, post, -, fulfilment.pieces.many",
                "99999999999999, post, -, fulfilment.pieces.many",
                "0, post, -, fulfilment.pieces.none",
                "-, post, -, fulfilment.pieces.none",
                "-1, post, -, fulfilment.pieces.unreadable",
                "1.5, post, -, fulfilment.pieces.unreadable",
                "1, donkey, -, fulfilment.carrier.missing",
                "1, post, 12/34, fulfilment.tracking.unreadable"
            })
    void whatIsWrongIsSaidAndNothingTypedIsLost(
            String pieces, String carrier, String tracking, String key) {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        String field = pieces(staff.offered(desk("en", order)));

        Guest.Answer answer =
                staff.post(
                        desk("en", order),
                        field,
                        pieces == null ? "" : pieces,
                        "carrier",
                        carrier,
                        "tracking",
                        tracking == null ? "" : tracking);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(messages.text(key, Language.EN, 2), "<title>Error: ");
        PageForm again = staff.offered(desk("en", order));
        assertThat(again.fields().getFirst(field)).isEqualTo(pieces == null ? "" : pieces);
        assertThat(again.fields().getFirst("tracking")).isEqualTo(tracking == null ? "" : tracking);
        assertThat(paid.story(order).parcels().parcels()).isEmpty();
    }

    @Test
    void aWrongNumberIsCorrected() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order), "tracking", "123456");
        Parcel parcel = paid.story(order).parcels().parcels().getFirst();
        String form = desk("en", order) + "/" + parcel.id() + "/tracking";
        String field = "number-" + parcel.id();
        staff.at(desk("en", order));
        assertThat(staff.offered(form).fields().getFirst(field)).isEqualTo("123456");

        Guest.Answer refused = staff.post(form, field, "12-34");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(messages.text("fulfilment.tracking.unreadable", Language.EN));
        assertThat(staff.offered(form).fields().getFirst(field)).isEqualTo("12-34");

        assertTold(staff, staff.post(form, field, "ＥＥ 123 456 789 ＪＰ"), "number", Language.EN);
        assertThat(paid.story(order).parcels().parcels().getFirst().tracking())
                .isEqualTo("EE123456789JP");
        staff.at(desk("en", order)).post(form, field, "");
        assertThat(paid.story(order).parcels().parcels().getFirst().tracking()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectedNumberReachesTheOpenPageAndTheMailbox(Language language) {
        Order order = paid.paid(language, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order), "tracking", "123456");
        paid.hear();
        int before = paid.letters(order).size();

        StepVerifier.create(orders.news(orders.link(order)))
                .then(() -> renumber(staff, order, "654321"))
                .then(paid::hear)
                .expectNextCount(1)
                .thenCancel()
                .verify(Duration.ofSeconds(20));

        String tag = "/" + language.tag();
        assertThat(new Guest(port).get(tag + path(order)).page())
                .contains("654321", messages.text("storefront.happened.renumbered", language))
                .doesNotContain("123456");
        renumber(staff, order, "777777");
        paid.hear();
        List<ReceivedMail> told = paid.letters(order).subList(before, before + 2);
        assertThat(told)
                .extracting(ReceivedMail::subject)
                .containsOnly(
                        messages.text(
                                "orders.mail.renumbered.subject", language, order.reference()));
        assertThat(told.getLast().text()).contains("777777").doesNotContain("123456", "??");
    }

    private void renumber(Guest staff, Order order, String number) {
        String parcel = paid.story(order).parcels().parcels().getFirst().id().toString();
        staff.at(desk("en", order))
                .post(desk("en", order) + "/" + parcel + "/tracking", "number-" + parcel, number);
    }

    /** Who has paid nothing any more gets nothing any more. */
    @Test
    void whatCameBackAfterItsMoneyWentBackIsNotSaidToBeSentAgain() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order));
        paid.refund(order, order.total().yen());
        String parcel = paid.story(order).parcels().parcels().getFirst().id().toString();

        Guest.Answer done =
                staff.at(desk("en", order)).post(desk("en", order) + "/" + parcel + "/returns");

        assertThat(staff.follow(done).page())
                .contains(messages.text("fulfilment.told.kept", Language.EN))
                .doesNotContain(messages.text("fulfilment.told.back", Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void theOrdersPageSaysWhoDidWhatWithItsParcelsInTheReadersWords(Language language) {
        Order order = paid.paid(Language.JA, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order));
        paid.hear();
        String dossier = "/" + language.tag() + "/desk/orders/" + order.reference();

        String page = staff.get(dossier).html();

        assertThat(page)
                .containsPattern(
                        "<td[^>]*>"
                                + messages.text("storefront.happened.sent", language)
                                + "</td><td[^>]*>[^<@]+@example\\.org</td>")
                .containsOnlyOnce(messages.text("storefront.happened.sent", language))
                .contains("href=\"" + desk(language.tag(), order) + "\"");
        String parcels = staff.get(desk(language.tag(), order)).html();
        assertThat(parcels).contains("href=\"" + dossier + "\"");
        String hat = language == Language.JA ? "ニット帽" : "Knit hat";
        assertThat(List.of(page, parcels)).allSatisfy(it -> assertThat(it).contains(hat));
    }

    @Test
    void ordersAreFoundByWhatWasSentOfThem() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        assertFoundBy(order, "to-send");

        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order), pieces(staff.offered(desk("en", order))), "1");
        paid.hear();
        assertFoundBy(order, "part-sent");

        staff.at(desk("en", order)).post(desk("en", order));
        paid.hear();
        assertFoundBy(order, "sent");

        String parcel = paid.story(order).parcels().parcels().getFirst().id().toString();
        staff.at(desk("en", order)).post(desk("en", order) + "/" + parcel + "/returns");
        paid.hear();
        assertFoundBy(order, "to-send");
    }

    private void assertFoundBy(Order order, String found) {
        for (String state : List.of("to-send", "part-sent", "sent")) {
            boolean listed =
                    staff().get("/en/desk/orders/orders.csv?state=" + state)
                            .page()
                            .contains(order.reference());
            assertThat(listed).as(state).isEqualTo(state.equals(found));
        }
    }

    @Test
    void whatCameBackIsListedAgainAndSaysSo() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order));
        Parcel parcel = paid.story(order).parcels().parcels().getFirst();
        String form = desk("en", order) + "/" + parcel.id() + "/returns";

        String told = staff.at(desk("en", order)).post(form).location();
        paid.hear();

        assertThat(staff.get(told).page())
                .contains(messages.text("fulfilment.told.back", Language.EN))
                .contains(
                        StringUtils.capitalize(
                                messages.text("orders.status.came-back", Language.EN)));
        assertThat(longestFirst(Language.EN, order))
                .contains(messages.text("fulfilment.back", Language.EN));
        assertThat(new Guest(port).get("/en" + path(order)).page())
                .contains(messages.text("storefront.order.came-back", Language.EN));
        assertTold(staff, staff.postUnasked(form), "before", Language.EN);
    }

    @Test
    void theRestIsCalledOffWhereMoneyWentBackAndNowhereElse() {
        Order order = paid.paid(Language.JA, 2, "HAT-WOOL");
        Guest staff = staff().at(desk("ja", order));
        staff.post(desk("ja", order), pieces(staff.offered(desk("ja", order))), "1");
        String form = desk("ja", order) + "/rest";
        assertThat(staff.get(desk("ja", order)).html()).doesNotContain(form);
        assertTold(staff, staff.postUnasked(form), "before", Language.JA);

        paid.refund(order, 1000);
        String told = staff.at(desk("ja", order)).post(form).location();
        paid.hear();

        assertThat(staff.get(told).page())
                .contains(messages.text("fulfilment.told.off", Language.JA))
                .contains(messages.text("storefront.order.called-off.pieces", Language.JA));
        assertThat(new Guest(port).get("/ja" + path(order)).page())
                .contains(messages.text("storefront.order.sent", Language.JA))
                .contains(messages.text("storefront.order.called-off.pieces", Language.JA));
    }

    @Test
    void whatWaitsForLongIsMarked() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        assertThat(staff().get(desk("en", order)).page()).doesNotContain(">Late<");

        clock.advance(Duration.ofDays(14));

        assertThat(staff().get(desk("en", order)).page()).contains(">Late<");
        assertThat(longestFirst(Language.EN, order)).contains(">Late<");
    }

    @Test
    void whatIsToBeFetchedIsCountedByItemNumber() {
        int before = fetched("COASTERS-MOSS");
        paid.paid(Language.EN, 2, "COASTERS-MOSS");
        Order order = paid.paid(Language.EN, 3, "COASTERS-MOSS");
        assertThat(fetched("COASTERS-MOSS")).isEqualTo(before + 5);

        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order), pieces(staff.offered(desk("en", order))), "1");
        assertThat(fetched("COASTERS-MOSS")).isEqualTo(before + 4);

        paid.refund(order, order.total().yen());
        assertThat(fetched("COASTERS-MOSS")).isEqualTo(before + 2);
    }

    private int fetched(String sku) {
        Matcher row =
                Pattern.compile(">" + sku + "</span>.*?</th><td class=\"number\">(\\d+)</td>")
                        .matcher(staff().get("/en/desk/parcels").page());
        return row.find() ? Integer.parseInt(row.group(1)) : 0;
    }

    /** Two at a time were paid at the same moment. */
    @Test
    void everyOrderThatWaitsIsShownOnce() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        copies(order);

        List<String> shown = new ArrayList<>();
        String next = "/en/desk/parcels";
        while (!next.isEmpty()) {
            String page = staff().get(next).page();
            Pattern.compile("reference\" href=\"/en/desk/parcels/[^\"#]+\">([^<]+)<")
                    .matcher(page)
                    .results()
                    .forEach(it -> shown.add(it.group(1)));
            next = MORE.matcher(page).results().findFirst().map(it -> it.group(1)).orElse("");
        }

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(shown.stream().filter(it -> it.startsWith("COPY" + tag(order)))).hasSize(44);
    }

    private static String tag(Order order) {
        return order.reference().substring(0, 4);
    }

    private void copies(Order order) {
        List<UUID> ids =
                Await.value(
                        database.sql(
                                        """
                                        with copy as (
                                            insert into orders.orders
                                            select (jsonb_populate_record(o, jsonb_build_object(
                                                'id', gen_random_uuid(), 'payment', gen_random_uuid(),
                                                'attempt', gen_random_uuid(),
                                                'reference', 'COPY' || :tag || '-' || n,
                                                'paid_at', o.paid_at + n / 2 * interval '1 second'))).*
                                            from orders.orders o, generate_series(1, 44) n
                                            where o.id = :id returning id
                                        ), line as (
                                            insert into orders.line
                                            select (jsonb_populate_record(l, jsonb_build_object('order_id', copy.id))).*
                                            from orders.line l, copy where l.order_id = :id)
                                        select id from copy
                                        """)
                                .bind("tag", tag(order))
                                .bind("id", order.id().value())
                                .mapValue(UUID.class)
                                .all()
                                .collectList());
        Await.done(
                transaction
                        .execute(
                                it ->
                                        Flux.fromIterable(ids)
                                                .concatMap(
                                                        id -> dispatches.follow(new OrderId(id))))
                        .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-order", "00000000-0000-0000-0000-000000000001"})
    void whatIsNoOrderIsNotFound(String order) {
        Guest staff = staff();

        assertThat(staff.get("/en/desk/parcels/" + order).status()).isEqualTo(404);
        for (String form : List.of("", "/rest", "/no-parcel/returns", "/no-parcel/tracking")) {
            assertThat(staff.postUnasked("/en/desk/parcels/" + order + form).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNoParcelOfTheOrderIsNotChanged() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Order other = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = staff().at(desk("en", other));
        staff.post(desk("en", other), "tracking", "123456");
        Parcel parcel = paid.story(other).parcels().parcels().getFirst();
        String foreign = desk("en", order) + "/" + parcel.id();

        assertTold(staff, staff.postUnasked(foreign + "/returns"), "before", Language.EN);
        Guest.Answer renumbered =
                staff.postUnasked(foreign + "/tracking", "number-" + parcel.id(), "654321");
        assertTold(staff, renumbered, "before", Language.EN);

        assertThat(paid.story(other).parcels().parcels()).containsExactly(parcel);
    }

    private void assertTold(Guest staff, Guest.Answer done, String word, Language language) {
        assertThat(staff.get(done.location()).page())
                .contains(messages.text("fulfilment.told." + word, language));
    }

    /** Who only looks is offered nothing that would be refused, and reads what there is. */
    @Test
    void whoMayOnlyLookIsOfferedNoAct() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        Guest staff = staff().at(desk("en", order));
        staff.post(desk("en", order), pieces(staff.offered(desk("en", order))), "1");

        Guest viewer = new Guest(port).atDesk("VIEWER");
        String page = viewer.get(desk("en", order)).html();

        assertThat(page).contains("HAT-WOOL").doesNotContain("action=\"" + desk("en", order));
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }

    private static String desk(String language, Order order) {
        return "/" + language + "/desk/parcels/" + order.id().value();
    }

    private String path(Order order) {
        return orders.link(order).path();
    }

    private static String pieces(PageForm form) {
        return form.names().stream()
                .filter(name -> name.startsWith("pieces-"))
                .findFirst()
                .orElseThrow();
    }
}
