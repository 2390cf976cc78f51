package org.lfnkr.zabuton.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.returns.ReturnSamples.CROSS;
import static org.lfnkr.zabuton.returns.ReturnSamples.CUSHION;
import static org.lfnkr.zabuton.returns.ReturnSamples.desk;
import static org.lfnkr.zabuton.returns.ReturnSamples.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A buyer gives something back, and every step is told to them and does what it says, once. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, ReturnSamples.class})
class ReturnsPageTests {

    @Autowired ReturnSamples samples;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @AfterEach
    void booksAndShelfAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(samples.onShelf(CUSHION)).isEqualTo(samples.moved(CUSHION));
        assertThat(samples.onShelf(CROSS)).isEqualTo(samples.moved(CROSS));
    }

    @ParameterizedTest
    @EnumSource
    void fromTheQuestionToTheMoney(Language language) {
        Order order = samples.sent(language);
        Guest buyer = new Guest(port);
        Guest staff = new Guest(port).atDesk();
        int shelf = samples.onShelf(CUSHION);
        assertThat(buyer.get(samples.page(order)).html()).contains(samples.form(order));

        Guest.Answer preview =
                buyer.at(samples.form(order))
                        .post(
                                samples.form(order),
                                samples.field(CUSHION),
                                "2",
                                "cause",
                                "faulty",
                                "act",
                                "look");
        assertThat(preview.page())
                .contains("¥6,400", text("returns.way.ours.send", language))
                .contains(text("returns.means.card", language))
                .doesNotContain("??", "{0}", text("returns.impact.none", language));
        assertThat(samples.story(order).returns()).isEmpty();

        Guest.Answer asked = buyer.post(samples.form(order), "act", "ask");
        samples.hear();
        assertThat(asked.location()).endsWith(samples.link(order).path() + "#returns");
        assertReads(buyer, order, "return-asked");
        assertThat(samples.mails(order).getLast())
                .isEqualTo(mail("return-asked", order))
                .doesNotContain("buyer-");
        assertThat(staff.get("/" + language.tag() + "/desk").page())
                .contains(text("returns.concern.asked", language));

        ReturnView request = samples.story(order).returns().getFirst();
        String page = desk(order, request);
        staff.at(page).post(page + "/acceptances");
        samples.hear();
        assertReads(buyer, order, "return-accepted");
        assertThat(buyer.get(samples.page(order)).page())
                .contains(
                        text("returns.address", language), text("returns.way.ours.send", language));
        assertThat(samples.mails(order).getLast()).isEqualTo(mail("return-accepted", order));
        assertThat(samples.lastMail(order))
                .contains(text("returns.address", language), order.reference())
                .doesNotContain("??", "{0}");

        staff.at(page).post(page + "/arrivals");
        samples.hear();
        assertReads(buyer, order, "return-arrived");
        assertThat(samples.mails(order).getLast()).isEqualTo(mail("return-arrived", order));
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);

        staff.at(page)
                .post(
                        page + "/checks",
                        samples.field("as-new", CUSHION),
                        "1",
                        samples.field("damaged", CUSHION),
                        "1");
        samples.hear();
        assertReads(buyer, order, "return-checked");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
        assertThat(samples.cameBack(order)).isEqualTo(2);

        refund(staff, order);
        assertReads(buyer, order, "return-settled");
        assertThat(samples.story(order).order().refunded().yen()).isEqualTo(6_400);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
        assertThat(samples.cameBack(order)).isEqualTo(2);
        assertThat(staff.get("/" + language.tag() + "/desk/orders/" + order.reference()).page())
                .contains(
                        text("audit.act.return.accepted", language),
                        text("audit.act.return.arrived", language),
                        text("audit.act.return.checked", language),
                        text("refunds.reason.faulty", language))
                .doesNotContain("??");
        assertThat(staff.get("/" + language.tag() + "/desk/returns?state=ended").page())
                .contains(order.reference(), text("returns.desk.state.refunded", language));
    }

    /** The same piece goes to the buyer again, out of the shelf, and no yen moves. */
    @ParameterizedTest
    @EnumSource
    void fromTheQuestionToTheSamePieceAgain(Language language) {
        Order order = samples.sent(language);
        Guest buyer = new Guest(port);
        Guest staff = new Guest(port).atDesk();
        int shelf = samples.onShelf(CUSHION);
        String form = samples.form(order);
        String[] wish = {samples.field(CUSHION), "1", "wish", "exchange", "act", "look"};

        assertThat(buyer.at(form).post(form, with(wish, "cause", "faulty", "wish", "gold")).page())
                .contains(text("returns.wish.unknown", language));
        assertThat(buyer.at(form).post(form, with(wish, "cause", "changed-mind")).page())
                .contains(text("returns.wish.changed-mind", language));
        assertThat(buyer.at(form).post(form, with(wish, "cause", "faulty")).page())
                .contains(text("returns.preview.exchange.text", language))
                .doesNotContain("??", text("returns.preview.money", language));
        buyer.post(form, "act", "ask");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf - 1);

        ReturnView asked = samples.story(order).returns().getFirst();
        String page = desk(order, asked);
        assertThat(staff.get(page).page()).contains(text("returns.desk.exchange", language));
        samples.arrives(staff, order, asked);
        staff.at(page).post(page + "/checks", samples.field("damaged", CUSHION), "1");
        samples.hear();

        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf - 1);
        assertReads(buyer, order, "exchanging");
        assertThat(buyer.get(samples.page(order)).page())
                .contains(text("returns.state.exchanged.text", language));
        assertThat(samples.mails(order).getLast()).isEqualTo(mail("return-exchanged", order));
        assertThat(samples.lastMail(order))
                .contains(text("orders.mail.return-exchanged.what", language))
                .doesNotContain("??", "{0}");
        assertThat(staff.get("/" + language.tag() + "/desk/parcels").page())
                .contains(order.reference());
        assertThat(samples.story(order).order().refunded().yen()).isZero();

        samples.sendRest(order);
        assertReads(buyer, order, "sent");
        assertThat(buyer.get(samples.page(order)).page())
                .contains(text("returns.state.exchanged.after", language))
                .doesNotContain(text("returns.state.exchanged.text", language));
        assertThat(samples.story(order).order().refunded().yen()).isZero();
        comesBackAsWell(buyer, staff, order);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
    }

    /** Both cushions, the exchanged one and the other, and their money. */
    private void comesBackAsWell(Guest buyer, Guest staff, Order order) {
        samples.asked(buyer, order, "faulty", samples.field(CUSHION), "2", "wish", "money");
        ReturnView again = samples.story(order).returns().getLast();
        samples.arrives(staff, order, again);
        String page = desk(order, again);
        staff.at(page).post(page + "/checks", samples.field("as-new", CUSHION), "2");
        refund(staff, order);
        assertReads(buyer, order, "return-settled");
        assertThat(samples.story(order).order().refunded().yen()).isEqualTo(6_400);
    }

    /**
     * Nobody gets the money and another piece: it went back elsewhere while the parcel travelled.
     */
    @Test
    void sendsNothingForWhatWasPaidBack() {
        Order order = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        int shelf = samples.onShelf(CUSHION);
        ReturnView asked =
                samples.asked(
                        new Guest(port),
                        order,
                        "faulty",
                        samples.field(CUSHION),
                        "1",
                        "wish",
                        "exchange");
        samples.arrives(staff, order, asked);
        samples.paidBack(order);
        String page = desk(order, asked);

        Guest.Answer checked =
                staff.at(page).post(page + "/checks", samples.field("damaged", CUSHION), "1");

        assertThat(staff.follow(checked).page())
                .contains(text("returns.told.money-gone", Language.EN));
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf - 1);
        staff.at(page).post(page + "/refusals", "why", "settled-otherwise");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);
    }

    /** What is held to be exchanged is on sale again when nothing comes of it. */
    @Test
    void givesUpWhatItHeld() {
        Order order = samples.sent(Language.EN);
        Guest buyer = new Guest(port);
        int shelf = samples.onShelf(CUSHION);
        ReturnView asked =
                samples.asked(
                        buyer, order, "faulty", samples.field(CUSHION), "2", "wish", "exchange");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf - 2);

        buyer.at(samples.page(order)).post(samples.form(order) + "/" + asked.id() + "/withdrawals");

        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);
    }

    /** The form is filled in with what came, and says of it nothing anew. */
    private void refund(Guest staff, Order order) {
        String form =
                "/" + order.language().tag() + "/desk/orders/" + order.reference() + "/refunds";
        Guest.Answer preview = staff.at(form).post(form, "act", "look");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(staff.post(form, "act", "give").status()).isEqualTo(303);
        samples.hear();
    }

    private void assertReads(Guest buyer, Order order, String standing) {
        assertThat(buyer.get(samples.page(order)).page())
                .contains(
                        text("storefront.order." + standing, order.language()),
                        text("storefront.order." + standing + ".text", order.language()))
                .doesNotContain("??", "{0}");
    }

    /** Two windows, two clicks, two colleagues: one return, one restock. */
    @Test
    void nothingHappensTwice() {
        Order order = samples.sent(Language.EN);
        Guest buyer = new Guest(port);
        Guest staff = new Guest(port).atDesk();
        int shelf = samples.onShelf(CUSHION);
        ReturnView asked = samples.asked(buyer, order, "changed-mind", samples.field(CUSHION), "1");
        buyer.postUnasked(
                samples.form(order), samples.field(CUSHION), "1", "cause", "faulty", "act", "ask");
        assertThat(samples.story(order).returns()).hasSize(1);

        String page = desk(order, asked);
        staff.at(page).post(page + "/acceptances");
        assertTold(staff, staff.postUnasked(page + "/acceptances"), "before");
        assertThat(
                        buyer.postUnasked(samples.form(order) + "/" + asked.id() + "/withdrawals")
                                .status())
                .isEqualTo(303);
        assertThat(samples.story(order).returns().getFirst().state())
                .isEqualTo(ReturnState.ACCEPTED);
        staff.at(page).post(page + "/arrivals");
        String[] came = {samples.field("as-new", CUSHION), "1"};
        staff.at(page).post(page + "/checks", came);
        assertTold(staff, staff.postUnasked(page + "/checks", came), "before");
        assertTold(staff, staff.postUnasked(page + "/arrivals"), "before");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
        assertThat(samples.cameBack(order)).isEqualTo(1);

        refund(staff, order);
        assertThat(samples.story(order).order().refunded().yen()).isEqualTo(3_200);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
    }

    /**
     * A refund that says what becomes of pieces, and a return of the same: the shelf has them once.
     */
    @Test
    void whatARefundHasSpokenOfIsNotSaidAgain() {
        Order order = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        ReturnView asked =
                samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "2");
        samples.arrives(staff, order, asked);
        String refunds = "/en/desk/orders/" + order.reference() + "/refunds";
        staff.at(refunds)
                .post(
                        refunds,
                        samples.field(CUSHION),
                        "2",
                        samples.field("fate", CUSHION),
                        "shelf",
                        "reason",
                        "faulty",
                        "act",
                        "look");
        staff.post(refunds, "act", "give");
        samples.hear();
        int shelf = samples.onShelf(CUSHION);

        String page = desk(order, asked);
        Guest.Answer again =
                staff.at(page).post(page + "/checks", samples.field("as-new", CUSHION), "2");
        assertTold(staff, again, "said");
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);
        staff.at(page).post(page + "/refusals", "why", "settled-otherwise");
        assertThat(new Guest(port).get(samples.page(order)).page())
                .contains(text("returns.refusal.settled-otherwise.buyer", Language.EN));
    }

    /** Nor can a refund say again what a return has said. */
    @Test
    void whatAReturnHasSpokenOfIsNotSaidAgainByARefund() {
        Order order = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        ReturnView asked =
                samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "1");
        samples.arrives(staff, order, asked);
        String page = desk(order, asked);
        staff.at(page).post(page + "/checks", samples.field("damaged", CUSHION), "1");
        int shelf = samples.onShelf(CUSHION);
        String refunds = "/en/desk/orders/" + order.reference() + "/refunds";
        String pieces = samples.field(CUSHION);
        String fate = samples.field("fate", CUSHION);

        for (String[] wrong : new String[][] {{"2", "shelf"}, {"2", "returned"}}) {
            Guest.Answer answer =
                    staff.at(refunds)
                            .post(
                                    refunds, pieces, wrong[0], fate, wrong[1], "reason", "late",
                                    "act", "give");
            assertThat(answer.status()).isEqualTo(422);
        }
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);
    }

    @ParameterizedTest
    @CsvSource({
        "x, faulty, returns.pieces.unreadable",
        "-1, faulty, returns.pieces.unreadable",
        "3, faulty, returns.pieces.many",
        "0, faulty, returns.nothing",
        "'', faulty, returns.nothing",
        "1, '', returns.cause.missing",
        "1, because, returns.cause.missing"
    })
    void refusesWhatIsNotPossibleAndKeepsWhatWasTyped(String pieces, String cause, String key) {
        Order order = samples.sent(Language.EN);
        Guest buyer = new Guest(port).at(samples.form(order));
        for (String act : new String[] {"look", "ask"}) {
            Guest.Answer answer =
                    buyer.post(
                            samples.form(order),
                            samples.field(CUSHION),
                            pieces,
                            "cause",
                            cause,
                            "act",
                            act);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page())
                    .contains(messages.text(key, Language.EN, 2))
                    .contains("value=\"" + pieces + "\"");
        }
        assertThat(samples.story(order).returns()).isEmpty();
    }

    /** For who phones: what the buyer could ask, once, and the buyer's page has it. */
    @ParameterizedTest
    @EnumSource
    void staffOpenAReturnForWhoPhones(Language language) {
        Order order = samples.sent(language);
        Guest staff = new Guest(port).atDesk("SHOP");
        String dossier = "/" + language.tag() + "/desk/orders/" + order.reference();
        String form = dossier + "/returns";
        assertThat(staff.get(dossier).html()).contains("href=\"" + form + "\"");

        Guest.Answer wrong =
                staff.at(form).post(form, samples.field(CUSHION), "3", "cause", "faulty");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page())
                .contains(messages.text("returns.pieces.many", language, 2), "value=\"3\"")
                .doesNotContain("??");
        Guest.Answer opened = staff.post(form, samples.field(CUSHION), "1", "cause", "faulty");

        ReturnView asked = samples.story(order).returns().getFirst();
        assertThat(opened.location()).endsWith("/desk/returns/" + asked.id());
        assertThat(staff.follow(opened).page())
                .contains(text("returns.desk.state.asked", language))
                .doesNotContain("??");
        assertReads(new Guest(port), order, "return-asked");
        assertThat(staff.get(form).page())
                .contains(text("returns.phoned.unanswered", language))
                .doesNotContain("data-once");
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/audit").page())
                .contains(asked.id().toString(), "Opened a return for a buyer");
    }

    /** Neither with another order's link, nor without a form of ours. */
    @Test
    void anotherOrdersReturnIsNotTouched() {
        Order order = samples.sent(Language.EN);
        Order other = samples.sent(Language.EN);
        Guest buyer = new Guest(port);
        ReturnView asked = samples.asked(buyer, order, "faulty", samples.field(CUSHION), "1");

        buyer.postUnasked(samples.form(other) + "/" + asked.id() + "/withdrawals");
        assertThat(samples.story(order).returns().getFirst().state()).isEqualTo(ReturnState.ASKED);
        assertThat(samples.story(other).returns()).isEmpty();
        String forged = samples.form(order).replace(order.reference(), other.reference());
        assertThat(buyer.get(forged).status()).isEqualTo(404);
        assertThat(buyer.forge(samples.form(order), "act", "ask").status()).isEqualTo(403);
        assertThat(buyer.forge(samples.form(order) + "/" + asked.id() + "/withdrawals").status())
                .isEqualTo(403);

        buyer.at(samples.page(order)).post(samples.form(order) + "/" + asked.id() + "/withdrawals");
        assertThat(samples.story(order).returns().getFirst().state())
                .isEqualTo(ReturnState.WITHDRAWN);
        assertThat(buyer.get(samples.page(order)).page())
                .contains(text("returns.state.withdrawn", Language.EN));
    }

    @Test
    void nobodyAsksWithoutEnd() {
        Order order = samples.sent(Language.EN);
        Guest buyer = new Guest(port);
        for (int time = 0; time < ReturnTerms.MOST_REQUESTS; time++) {
            ReturnView asked = samples.asked(buyer, order, "faulty", samples.field(CUSHION), "1");
            buyer.at(samples.page(order))
                    .post(samples.form(order) + "/" + asked.id() + "/withdrawals");
        }

        assertThat(buyer.get(samples.form(order)).page())
                .contains(text("returns.closed.exhausted", Language.EN));
        Guest.Answer more =
                buyer.postUnasked(
                        samples.form(order),
                        samples.field(CUSHION),
                        "1",
                        "cause",
                        "faulty",
                        "act",
                        "ask");
        assertThat(more.status()).isEqualTo(422);
        assertThat(samples.story(order).returns()).hasSize(ReturnTerms.MOST_REQUESTS);
    }

    /** A reason that does not fit is no reason; the one that does, the buyer reads. */
    @Test
    void saysNoForAReasonThatTheBuyerReads() {
        Order order = samples.sent(Language.JA);
        Guest staff = new Guest(port).atDesk();
        ReturnView asked =
                samples.asked(new Guest(port), order, "changed-mind", samples.field(CROSS), "1");
        String page = desk(order, asked);

        for (String why : new String[] {"", "used", "because"}) {
            Guest.Answer answer = staff.at(page).post(page + "/refusals", "why", why);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page()).contains(text("returns.refusal.missing", Language.JA));
        }
        staff.at(page).post(page + "/refusals", "why", "too-late");
        samples.hear();

        assertThat(new Guest(port).get(samples.page(order)).page())
                .contains(text("returns.refusal.too-late.buyer", Language.JA));
        assertThat(samples.mails(order).getLast()).isEqualTo(mail("return-refused", order));
        assertThat(samples.lastMail(order))
                .contains(text("returns.refusal.too-late.buyer", Language.JA));
        assertThat(staff.get("/ja/desk/orders/" + order.reference()).page())
                .contains(text("returns.refusal.too-late", Language.JA));
    }

    @ParameterizedTest
    @CsvSource({
        "x, 0, returns.pieces.unreadable",
        "1, 2, returns.check.many",
        "2147483647, 2147483647, returns.check.many",
        "0, '', returns.check.nothing"
    })
    void whatCameIsNoMoreThanWasAskedFor(String asNew, String damaged, String key) {
        Order order = samples.sent(Language.EN);
        Guest staff = new Guest(port).atDesk();
        ReturnView asked =
                samples.asked(new Guest(port), order, "faulty", samples.field(CUSHION), "2");
        samples.arrives(staff, order, asked);
        String page = desk(order, asked);

        Guest.Answer answer =
                staff.at(page)
                        .post(
                                page + "/checks",
                                samples.field("as-new", CUSHION),
                                asNew,
                                samples.field("damaged", CUSHION),
                                damaged);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(messages.text(key, Language.EN, 2))
                .contains("value=\"" + asNew + "\"");
        assertThat(samples.cameBack(order)).isZero();
    }

    private void assertTold(Guest staff, Guest.Answer answer, String key) {
        assertThat(staff.follow(answer).page()).contains(text("returns.told." + key, Language.EN));
    }

    private String mail(String kind, Order order) {
        return messages.text(
                "orders.mail." + kind + ".subject", order.language(), order.reference());
    }

    private String text(String key, Language language) {
        return messages.text(key, language);
    }
}
