package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.refunds.RefundedOrders.CROSS;
import static org.lfnkr.zabuton.refunds.RefundedOrders.CUSHION;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Staff give money back by line, after they have seen what follows, and once. */
@ModuleTest
@Import({OrderSamples.class, RefundedOrders.class, StaffSamples.class})
class RefundDeskPageTests {

    @Autowired RefundedOrders samples;
    @Autowired StaffSamples people;
    @Autowired Orders orders;
    @Autowired StripeSimulator stripe;
    @Autowired Integrity integrity;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsFourConsequencesAndThenGivesBackOnePiece(Language language) {
        Order order = samples.sent(language);
        int shelf = samples.onShelf(CUSHION);
        long tax = samples.booked(order, "CONSUMPTION_TAX");
        Guest staff = staff(language, order);

        String preview = look(staff, language, order, one(CUSHION, "shelf"));

        assertThat(preview)
                .contains(
                        "¥3,200",
                        text("refunds.means.card", language),
                        text("refunds.tax", language, "¥291"),
                        text("refunds.spent.none", language),
                        shelf + (language == Language.JA ? "点 → " : " → ") + (shelf + 1),
                        text("refunds.give", language, "¥3,200"))
                .doesNotContain("??", "{0}", text("refunds.promise.none", language), "buyer-");
        assertThat(samples.refunds(order)).isEmpty();
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);

        Guest.Answer given = staff.post(path(language, order), "act", "give");
        assertThat(staff.follow(given).page()).contains(text("refunds.told.done", language));
        samples.hear();

        assertThat(samples.refunds(order)).containsExactly(3_200L);
        assertThat(samples.now(order).refunded().yen()).isEqualTo(3_200);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
        assertThat(samples.booked(order, "CONSUMPTION_TAX") - tax).isEqualTo(291);
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);
        assertThat(buyers(language, order))
                .contains(
                        text("payments.refund.part", language, "¥3,200", yen(order)),
                        text("refunds.notes", language));
        assertThat(page(language, order))
                .contains(
                        text("audit.act.payment.refund", language),
                        text("refunds.reason.arrived-damaged", language));
        assertThat(paper(language, order))
                .contains(
                        text("refunds.paper.title", language),
                        order.reference(),
                        text("orders.paper.tax-inside", language, "¥291"),
                        text("refunds.paper.total", language) + " ¥3,200");
    }

    /** The food is bought; what it cost stays spent, so Operations gives what goes back of it. */
    @ParameterizedTest
    @EnumSource
    void saysWhatOperationsBearBecauseItIsSpent(Language language) {
        Order order = samples.sent(language);
        spendMoneyOf(order);

        String preview = look(staff(language, order), language, order, one(CUSHION, "shelf"));
        Guest staff = staff(language, order);
        look(staff, language, order, one(CUSHION, "shelf"));
        staff.post(path(language, order), "act", "give");
        samples.hear();

        long lost = lostOf(order);
        assertThat(lost).isPositive();
        assertThat(preview)
                .contains(text("refunds.spent", language, "¥%,d".formatted(lost)))
                .doesNotContain(text("refunds.spent.none", language));
    }

    /** Of the fund of food, as a disbursement does, but of this order only. */
    private void spendMoneyOf(Order order) {
        database(
                """
                do $$
                declare
                    spent uuid := gen_random_uuid();
                    money bigint := (select sum(p.unspent) from bookkeeping.piece p
                                     join bookkeeping.lot l on l.id = p.lot
                                     where l.subject = '%1$s' and p.fund = 'FOOD');
                begin
                    perform ledger.book('decision', 'disbursement-' || spent, 'DISBURSEMENT', (now() at time zone 'Asia/Tokyo')::date,
                        array['PROGRAMME', 'PAYABLE'], array['FOOD', null], array[money, -money]);
                    insert into bookkeeping.spending (disbursement, source, fund, yen, spent_at)
                    values (spent, 'decision:disbursement-' || spent, 'FOOD', money, now());
                    insert into bookkeeping.consumption (source, disbursement, lot, no, yen)
                    select 'decision:disbursement-' || spent, spent, p.lot, p.no, p.unspent
                    from bookkeeping.piece p join bookkeeping.lot l on l.id = p.lot
                    where l.subject = '%1$s' and p.fund = 'FOOD' and p.unspent > 0;
                    update bookkeeping.piece p set consumed = p.consumed + p.unspent, unspent = 0
                    from bookkeeping.lot l where l.id = p.lot and l.subject = '%1$s' and p.fund = 'FOOD';
                end
                $$
                """
                        .formatted(order.id().value()));
    }

    private void database(String sql) {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long lostOf(Order order) {
        return Await.value(
                database.sql(
                                """
                                select cast(coalesce(sum(s.yen), 0) as bigint)
                                from bookkeeping.loss s join bookkeeping.lot l on l.id = s.lot
                                where l.subject = :order
                                """)
                        .bind("order", order.id().value())
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void givesOnceHoweverOftenAFormIsSent() {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        look(staff, Language.EN, order, one(CROSS, "damaged"));
        int shelf = samples.onShelf(CROSS);
        Guest other = staff(Language.EN, order);
        String[] sent =
                staff.offered(path(Language.EN, order)).fields().entrySet().stream()
                        .filter(it -> !it.getKey().equals("_csrf"))
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue().getFirst()))
                        .toArray(String[]::new);

        staff.post(path(Language.EN, order), "act", "give");
        Guest.Answer again =
                other.postUnasked(
                        path(Language.EN, order),
                        Stream.concat(Arrays.stream(sent), Stream.of("act", "give"))
                                .toArray(String[]::new));
        samples.hear();

        assertThat(other.follow(again).page()).contains(text("refunds.told.before", Language.EN));
        assertThat(samples.refunds(order)).containsExactly(1_600L);
        assertThat(samples.onShelf(CROSS)).isEqualTo(shelf);
    }

    @ParameterizedTest
    @CsvSource({
        "3, shelf, refunds.pieces.many",
        "x, shelf, refunds.pieces.unreadable",
        "-1, shelf, refunds.pieces.unreadable",
        "1, '', refunds.fate.missing",
        "1, nowhere, refunds.fate.missing",
        "1, not-sent, refunds.fate.gone",
        "0, shelf, refunds.nothing"
    })
    void refusesWhatIsNotThere(String pieces, String fate, String key) {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        String variant = samples.variant(CUSHION).value().toString();

        for (String act : new String[] {"look", "give"}) {
            Guest.Answer answer =
                    staff.postUnasked(
                            path(Language.EN, order),
                            "pieces-" + variant,
                            pieces,
                            "fate-" + variant,
                            fate,
                            "reason",
                            "late",
                            "act",
                            act);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page())
                    .contains(text(key, Language.EN, key.endsWith("many") ? 2 : 0))
                    .contains("value=\"" + pieces + "\"");
        }
        assertThat(samples.refunds(order)).isEmpty();
    }

    /** A piece of another order, and another order's refund. */
    @Test
    void takesNothingThatBelongsToAnotherOrder() {
        Order order = samples.sent(Language.EN);
        Order other = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        String hat = samples.variant("HAT-WOOL").value().toString();

        assertThat(
                        staff.postUnasked(
                                        path(Language.EN, order),
                                        "pieces-" + hat,
                                        "1",
                                        "fate-" + hat,
                                        "shelf",
                                        "reason",
                                        "late",
                                        "act",
                                        "give")
                                .status())
                .isEqualTo(422);
        String id = give(staff, order, one(CROSS, "kept"));
        Guest again = staff(Language.EN, other);
        again.post(path(Language.EN, other), with(one(CROSS, "kept"), "id", id));
        again.post(path(Language.EN, other), "act", "give");

        assertThat(samples.refunds(order)).containsExactly(1_600L);
        assertThat(samples.refunds(other)).containsExactly(1_600L);
    }

    /** Two people answer the same complaint: the second one hears of the first. */
    @ParameterizedTest
    @EnumSource
    void givesNoGoodwillBesideOneThatNobodyHasSeen(Language language) {
        Order order = samples.sent(language);
        List<Guest> both = List.of(staff(language, order), staff(language, order));
        both.forEach(it -> look(it, language, order, "goodwill", "300", "reason", "late"));
        String path = path(language, order);
        assertThat(both.getFirst().post(path, "act", "give").status()).isEqualTo(303);

        assertThat(both.getLast().post(path, "act", "give").page())
                .contains(text("refunds.changed", language));

        assertThat(samples.refunds(order)).containsExactly(300L);
        assertThat(both.getLast().post(path, "act", "give").status()).isEqualTo(303);
        assertThat(samples.refunds(order)).containsExactly(300L, 300L);
    }

    @Test
    void showsAgainWhatFollowsWhereSomethingHasHappened() {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        look(staff, Language.EN, order, one(CUSHION, "kept"));
        stripe.refund(samples.intent(order), 500);
        samples.hear();

        Guest.Answer answer = staff.post(path(Language.EN, order), "act", "give");

        assertThat(answer.page()).contains(text("refunds.changed", Language.EN));
        assertThat(samples.refunds(order)).containsExactly(500L);
        assertThat(staff.follow(staff.post(path(Language.EN, order), "act", "give")).page())
                .contains(text("refunds.told.done", Language.EN));
    }

    /** Goodwill is of the organisation: the sale and the gift keep all they had. */
    @Test
    void paysGoodwillFromOperations() {
        Order order = samples.sent(Language.EN);
        long sales = samples.booked(order, "SALES");
        Guest staff = staff(Language.EN, order);

        String preview = look(staff, Language.EN, order, "goodwill", "５００", "reason", "late");
        assertThat(preview).contains(text("refunds.goodwill.borne", Language.EN, "¥500"));
        staff.post(path(Language.EN, order), "act", "give");
        samples.hear();

        assertThat(samples.booked(order, "GOODWILL")).isEqualTo(500);
        assertThat(samples.booked(order, "SALES")).isEqualTo(sales);
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);
        assertThat(samples.refunds(order)).containsExactly(500L);
    }

    @Test
    void givesBackNoMoreThanWasPaid() {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        long most = order.total().yen();

        Guest.Answer much =
                staff.post(
                        path(Language.EN, order), with(one(CROSS, "kept"), "goodwill", "" + most));

        assertThat(much.status()).isEqualTo(422);
        assertThat(much.page()).contains(text("refunds.much", Language.EN, yen(order)));
        assertThat(
                        staff.post(
                                        path(Language.EN, order),
                                        "goodwill",
                                        "" + (most + 1),
                                        "reason",
                                        "late")
                                .page())
                .contains(text("refunds.goodwill.many", Language.EN, yen(order)));
    }

    /** What one person gives back of an order counts together; an approver signs what is above. */
    @ParameterizedTest
    @EnumSource
    void leavesToASecondPersonWhatIsAboveTheSum(Language language) {
        Language buyers = language == Language.EN ? Language.JA : Language.EN;
        Order order = samples.sent(buyers, "SCARF-WOOL");
        Guest staff = staff(Language.EN, order);
        give(staff, order, with(one(CUSHION, "kept"), "pieces-" + cushion(), "2"));
        Signer approver = people.signer(port, Role.APPROVER);
        String waiting = "/" + language.tag() + "/desk/approvals/" + proposed(language, order);

        assertThat(samples.refunds(order)).containsExactly(6_400L);
        assertThat(approver.guest().get(waiting).page())
                .contains(
                        text("refunds.approval.title", language, "¥4,800", order.reference()),
                        text("refunds.means.card", language),
                        text("refunds.tax", language, "¥436"),
                        text("refunds.reason.arrived-damaged", language),
                        language == Language.EN ? "Ribbed scarf" : "リブ編みマフラー",
                        "goodwill=0")
                .doesNotContain("??", "{0}");
        approver.approve(waiting);
        samples.hear();

        assertThat(samples.refunds(order)).containsExactly(6_400L, 4_800L);
        assertThat(samples.now(order).refunded().yen()).isEqualTo(11_200);
    }

    /** What would follow is not what was proposed any more, so nobody can sign it. */
    @Test
    void aProposalIsStaleOnceSomethingHasGoneBack() {
        Order order = samples.sent(Language.EN, "SCARF-WOOL");
        give(
                staff(Language.EN, order),
                order,
                with(one(CUSHION, "kept"), "pieces-" + cushion(), "2"));
        Signer approver = people.signer(port, Role.APPROVER);
        String waiting = "/en/desk/approvals/" + proposed(Language.EN, order);
        stripe.refund(samples.intent(order), 1_000);
        samples.hear();

        assertThat(approver.guest().get(waiting).html()).doesNotContain("data-passkey");
        assertThat(samples.refunds(order)).containsExactlyInAnyOrder(6_400L, 1_000L);
    }

    /** Whoever packs the order, or would refund it once more, sees that some of it may go back. */
    @ParameterizedTest
    @EnumSource
    void saysWhereverTheOrderIsHandledThatARefundWaits(Language language) {
        Order order = samples.sent(language, "SCARF-WOOL");
        give(
                staff(Language.EN, order),
                order,
                with(one(CUSHION, "kept"), "pieces-" + cushion(), "2"));
        String approval = "/" + language.tag() + "/desk/approvals/" + proposed(language, order);
        String parcels = "/" + language.tag() + "/desk/parcels/" + order.id().value();
        String waits = text("orders.desk.refund.waits", language, "¥4,800");
        Guest staff = new Guest(port).atDesk();

        assertThat(Stream.of(deskPage(language, order), path(language, order), parcels))
                .map(page -> staff.get(page).html())
                .allSatisfy(page -> assertThat(page).contains(waits, approval));
        Signer approver = people.signer(port, Role.APPROVER);
        approver.approve(approval);
        samples.hear();

        assertThat(Stream.of(deskPage(language, order), path(language, order), parcels))
                .map(page -> staff.get(page).html())
                .noneMatch(page -> page.contains(waits));
    }

    /** Who may not see approvals reads of it and is sent nowhere. */
    @Test
    void whoPacksReadsOfTheRefundWithoutItsApproval() {
        Order order = samples.paid(Language.EN, "SCARF-WOOL");
        give(
                staff(Language.EN, order),
                order,
                with(one(CUSHION, "not-sent"), "pieces-" + cushion(), "2"));
        String approval = proposed(Language.EN, order, "not-sent");
        Guest packer = people.signer(port, Role.FULFILMENT).guest();

        assertThat(packer.get("/en/desk/parcels/" + order.id().value()).html())
                .contains(text("orders.desk.refund.waits", Language.EN, "¥4,800"))
                .doesNotContain(approval);
        assertThat(row(packer, order)).contains(text("fulfilment.refunding", Language.EN));
    }

    /** Of the order in the list of what waits to be sent, on whichever of its pages. */
    private static String row(Guest packer, Order order) {
        String page = packer.get("/en/desk/parcels").html();
        Matcher more = Pattern.compile("href=\"([^\"]*\\?after=[^\"]+)\"").matcher(page);
        while (!page.contains(order.reference()) && more.find()) {
            page = packer.get(more.group(1).replace("&amp;", "&")).html();
            more.reset(page);
        }
        String behind = page.substring(page.indexOf(order.reference()));
        return behind.substring(0, behind.indexOf("</tr>"));
    }

    /** Whoever signs need not read the language of who asked. */
    @Test
    void theReasonOfAProposalIsReadInTheReadersLanguage() {
        Order order = samples.sent(Language.EN, "SCARF-WOOL");
        give(
                staff(Language.EN, order),
                order,
                with(one(CUSHION, "kept"), "pieces-" + cushion(), "2"));
        String approval = proposed(Language.EN, order);
        Guest approver = people.signer(port, Role.APPROVER).guest();
        String key = "refunds.reason.arrived-damaged";

        for (Language language : Language.values()) {
            String approvals = "/" + language.tag() + "/desk/approvals";
            assertThat(approver.get(approvals + "/" + approval).page())
                    .containsPattern(
                            Pattern.quote(text("approvals.reason", language))
                                    + "</h2>\\s*<p>"
                                    + Pattern.quote(text(key, language)));
            assertThat(approver.get(approvals + "?list=waiting").page())
                    .contains(text(key, language))
                    .doesNotContain("arrived-damaged");
        }
    }

    private String proposed(Language language, Order order) {
        return proposed(language, order, "kept");
    }

    private String proposed(Language language, Order order, String fate) {
        Guest staff = staff(language, order);
        String preview = look(staff, language, order, one("SCARF-WOOL", fate));
        assertThat(preview)
                .contains(
                        text("refunds.second", language, "¥6,400", "¥10,000"),
                        text("refunds.ask", language, "¥4,800"))
                .doesNotContain("value=\"give\"");
        String id = staff.offered(path(language, order)).fields().getFirst("id");
        assertThat(staff.follow(staff.post(path(language, order), "act", "propose")).page())
                .contains(text("refunds.told.proposed", language));
        return samples.approval(order, String.valueOf(id));
    }

    @Test
    void sendsAgainWhatDidNotArriveWithWhateverElseGoesBack() {
        Order order = samples.sent(Language.EN);
        give(staff(Language.EN, order), order, one(CUSHION, "kept"));
        samples.hear();
        stripe.failRefund(samples.atStripe(order));
        samples.hear();
        Guest staff = staff(Language.EN, order);

        assertThat(staff.get(path(Language.EN, order)).page())
                .contains(text("refunds.held", Language.EN, "¥3,200"));
        give(staff, order, one(CROSS, "kept"));
        samples.hear();

        assertThat(samples.refunds(order)).containsExactly(4_800L);
        assertThat(samples.booked(order, "SUSPENSE")).isZero();
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);
    }

    /** Stripe has made the refund, and its answer never came. */
    @Test
    void aLostAnswerOfStripeGivesBackOnce() {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        look(staff, Language.EN, order, one(CUSHION, "kept"));
        stripe.faults().onlyOn("POST /v1/refunds").serverErrorAfterEffect(2);
        try {
            staff.post(path(Language.EN, order), "act", "give");
            samples.hear();
        } finally {
            stripe.faults().clear();
        }
        samples.hear();

        assertThat(samples.refunds(order)).containsExactly(3_200L);
        assertThat(samples.now(order).refunded().yen()).isEqualTo(3_200);
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);
    }

    /** Somebody has given it back in the dashboard, of which Stripe has not told. */
    @Test
    void aRefundThatStripeRefusesIsHeldForTheBuyerAndTold() {
        Order order = samples.sent(Language.EN);
        Guest staff = staff(Language.EN, order);
        look(staff, Language.EN, order, one(CUSHION, "kept"));
        stripe.faults().loseEvents(20);
        try {
            stripe.refund(samples.intent(order), order.total().yen() - 1_000);
            stripe.settle();
        } finally {
            stripe.faults().clear();
        }
        staff.post(path(Language.EN, order), "act", "give");
        samples.hear();

        assertThat(buyers(Language.EN, order))
                .contains(text("payments.refund.held", Language.EN, "¥3,200"))
                .doesNotContain(text("refunds.notes", Language.EN));
        assertThat(samples.booked(order, "SUSPENSE")).isEqualTo(-3_200);
    }

    /** What goes back before it was sent is not packed any more, and is on the shelf again. */
    @Test
    void callsOffWhatWasNotSent() {
        Order order = samples.paid(Language.EN);
        int shelf = samples.onShelf(CUSHION);

        give(staff(Language.EN, order), order, one(CUSHION, "not-sent"));
        samples.hear();

        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 1);
        assertThat(Await.value(orders.story(samples.now(order))).parcels().calledOff())
                .singleElement()
                .satisfies(off -> assertThat(off.quantity()).isOne());
    }

    @ParameterizedTest
    @CsvSource({"mail@example.org", "090-1234-5678", "〒１５０－０００１"})
    void keepsNoNoteByWhichSomebodyCouldBeKnown(String note) {
        Order order = samples.sent(Language.EN);

        assertThat(
                        staff(Language.EN, order)
                                .post(
                                        path(Language.EN, order),
                                        with(one(CROSS, "kept"), "note", note))
                                .page())
                .contains(text("refunds.note.personal", Language.EN));
    }

    @Test
    void whatIsNotPaidCantGoBack() {
        Order order = samples.placed();

        assertThat(new Guest(port).atDesk().get(path(Language.EN, order)).status()).isEqualTo(404);
        assertThat(page(Language.EN, order)).doesNotContain(path(Language.EN, order));
    }

    private String[] one(String sku, String fate) {
        String variant = samples.variant(sku).value().toString();
        return new String[] {
            "pieces-" + variant, "1", "fate-" + variant, fate, "reason", "arrived-damaged"
        };
    }

    private String cushion() {
        return samples.variant(CUSHION).value().toString();
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private String give(Guest staff, Order order, String... answers) {
        staff.at(path(Language.EN, order));
        String id = staff.offered(path(Language.EN, order)).fields().getFirst("id");
        look(staff, Language.EN, order, answers);
        assertThat(staff.post(path(Language.EN, order), "act", "give").status()).isEqualTo(303);
        return String.valueOf(id);
    }

    private String look(Guest staff, Language language, Order order, String... answers) {
        Guest.Answer seen = staff.post(path(language, order), answers);
        assertThat(seen.status()).isEqualTo(200);
        return seen.page();
    }

    private Guest staff(Language language, Order order) {
        Guest staff = new Guest(port).atDesk();
        assertThat(staff.get(deskPage(language, order)).html()).contains(path(language, order));
        return staff.at(path(language, order));
    }

    private String page(Language language, Order order) {
        return new Guest(port).atDesk().get(deskPage(language, order)).html();
    }

    private String buyers(Language language, Order order) {
        return new Guest(port).get("/" + language.tag() + orders.link(order).path()).page();
    }

    private String paper(Language language, Order order) {
        String page = buyers(language, order);
        Matcher link = Pattern.compile("href=\"([^\"]+/refunds/[^\"]+\\.pdf)\"").matcher(page);
        assertThat(link.find()).isTrue();
        byte[] pdf = new Guest(port).get(link.group(1)).result().getResponseBody();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String deskPage(Language language, Order order) {
        return "/" + language.tag() + "/desk/orders/" + order.reference();
    }

    private static String path(Language language, Order order) {
        return deskPage(language, order) + "/refunds";
    }

    private static String yen(Order order) {
        return "¥%,d".formatted(order.total().yen());
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments).replace("\u2060", "");
    }
}
