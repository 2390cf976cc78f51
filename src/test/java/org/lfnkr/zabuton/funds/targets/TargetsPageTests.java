package org.lfnkr.zabuton.funds.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftPapers;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.FundTargets;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finance proposes a target, an approver signs it, and gifts go where their givers were told. */
@ModuleTest
@Import({StaffSamples.class, OrderSamples.class, PaidOrders.class})
class TargetsPageTests {

    @Autowired ApplicationContext context;
    @Autowired Giving giving;
    @Autowired GiftPapers papers;
    @Autowired FundTargets targets;
    @Autowired Impact impact;
    @Autowired Ledger ledger;
    @Autowired Bookkeeping books;
    @Autowired PaidOrders paid;
    @Autowired DevMailbox mailbox;
    @Autowired StaffSamples staff;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient application;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    @AfterEach
    void nothingIsNeeded() throws SQLException {
        clock.reset();
        run("delete from impact.fund_target; delete from funds.target_draft");
    }

    @ParameterizedTest
    @EnumSource
    void takesTwoPeopleAndADayToCome(Language language) {
        String path = "/" + language.tag() + "/desk/targets";
        Guest finance = new Guest(port).atDesk("FINANCE");
        LocalDate first = today().plusDays(3);
        assertThat(finance.at(path).post(path, "fund", "food").status()).isEqualTo(422);
        close(finance, path, first);
        String same = "/" + language.tag() + "/desk/approvals/" + approval();
        Guest.Answer asked = close(finance, path, first);
        String title = title(language, first);
        assertThat(finance.follow(asked).page())
                .contains(messages.text("targets.told.proposed", language))
                .contains(messages.text("approvals.waits", language), title);
        assertThat(Await.value(targets.all().collectList())).isEmpty();

        Signer approver = staff.signer(port, Role.APPROVER);
        String approval = "/" + language.tag() + "/desk/approvals/" + approval();
        assertThat(approver.guest().get(approval).page())
                .contains(title)
                .doesNotContain("??", "{0}");
        assertThat(approver.approve(approval).status()).isEqualTo(303);
        assertThat(finance.get(path).page())
                .as("Neither that nor the same of another is waiting")
                .doesNotContain(messages.text("approvals.waits", language), title);
        assertThat(approver.guest().get(same).page())
                .doesNotContain(messages.text("approvals.sign", language));

        assertThat(new Guest(port).get("/" + language.tag() + "/give").page())
                .doesNotContain(messages.text("giving.goals", language));
        clock.advance(Duration.ofDays(4));
        String general = messages.text("giving.cause.general", language);
        assertThat(new Guest(port).get("/" + language.tag() + "/give").page())
                .contains(
                        messages.text("giving.goals", language),
                        messages.text("giving.goals.closed", language, general),
                        language == Language.EN ? "Reason of a test" : "テストの理由")
                .doesNotContain("??", "{0}");
        assertThat(new Guest(port).atDesk().get(path).page())
                .contains(messages.text("targets.state.closed", language))
                .doesNotContain("??", "{0}");
        assertThat(cart(language))
                .as("A gift in an order goes where the policy says, and it is said before")
                .contains(
                        messages.text(
                                "orders.gift.closed",
                                language,
                                language == Language.EN ? "Food" : "食料"),
                        "/" + language.tag() + "/give")
                .doesNotContain("??", "{0}");
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsProposedOnce() {
        String path = "/en/desk/targets";
        Guest finance = new Guest(port).atDesk("FINANCE").at(path);
        sendClosed(finance, path, today().plusDays(9));
        UUID asked = approval();

        Guest.Answer second = sendClosed(finance, path, today().plusDays(9));

        assertThat(finance.follow(second).page())
                .contains(messages.text("targets.told.proposed", Language.EN));
        assertThat(approval()).isEqualTo(asked);
    }

    private String cart(Language language) {
        String root = "/" + language.tag();
        Guest buyer = new Guest(port);
        buyer.at(root + "/products/lap-blanket").post(root + "/cart/lines");
        return buyer.get(root + "/cart").page();
    }

    private static Guest.Answer close(Guest finance, String path, LocalDate first) {
        return sendClosed(finance.at(path), path, first);
    }

    private static Guest.Answer sendClosed(Guest finance, String path, LocalDate first) {
        return finance.post(
                path,
                "fund",
                "food",
                "kind",
                "closed",
                "instead",
                "general",
                "from",
                first.toString(),
                "reasonJa",
                "テストの理由",
                "reasonEn",
                "Reason of a test");
    }

    private String title(Language language, LocalDate first) {
        return messages.text(
                "targets.approval.title.food", language, formats.date(first, language));
    }

    /** Three givers were told the same; the first fills the fund before the others have paid. */
    @Test
    void whatComesAfterTheTargetIsReachedGoesWhereItsGiverWasTold() throws SQLException {
        GiftSamples gifts = new GiftSamples(context);
        target(ledgerHas().plus(Money.yen(1_000)));
        Pledge filling = gifts.pledged(wish(Frequency.ONCE, "open:general"));
        GiveWish late = wish(Frequency.ONCE, "open:general");
        Pledge once = gifts.pledged(late);
        GiveWish plan = honouring(wish(Frequency.MONTHLY, "open:general"));
        Pledge monthly = gifts.pledged(plan);

        gifts.pay(filling);
        paid.hear();
        assertThat(funds(filling)).containsExactly(Fund.FOSTER_CHILDREN);
        gifts.pay(once);
        gifts.pay(monthly);
        paid.hear();

        assertThat(funds(once)).containsExactly(Fund.GENERAL);
        assertThat(funds(monthly)).containsExactly(Fund.GENERAL);
        assertThat(impact.story(charge(monthly).payment().value()).blockOptional())
                .as("Nothing is promised of what goes where it is needed most")
                .isEmpty();
        String went =
                messages.text(
                        "giving.elsewhere.text",
                        Language.EN,
                        messages.text("giving.cause.foster-children", Language.EN),
                        messages.text("giving.cause.general", Language.EN));
        assertThat(mailbox.to(late.email().value())).anyMatch(mail -> mail.text().contains(went));
        assertThat(mailbox.to(plan.email().value()))
                .as("The first letter of a plan")
                .anyMatch(mail -> mail.text().contains(went))
                .noneMatch(
                        mail ->
                                mail.text()
                                        .contains(
                                                messages.text(
                                                        "giving.mail.together", Language.EN)));
        assertThat(card(monthly)).contains(messages.text("giving.card.general", Language.EN));
        assertThat(wording(late))
                .isEqualTo(
                        messages.text(
                                "content.gift-terms.agreement.or",
                                Language.EN,
                                messages.text(
                                        "content.gift-terms.agreement.to.foster-children",
                                        Language.EN),
                                messages.text(
                                        "content.gift-terms.agreement.to.general", Language.EN)));
        assertThat(new Guest(port).get("/en" + giving.link(once).path()).page()).contains(went);
        assertThat(new Guest(port).get("/en" + giving.link(monthly).path()).page())
                .contains(
                        messages.text(
                                "giving.elsewhere.line",
                                Language.EN,
                                messages.text("giving.cause.general", Language.EN)));
    }

    /** What was agreed to with the gift. */
    private String wording(GiveWish wish) {
        return Await.value(
                application
                        .sql(
                                "select c.wording from supporters.consent c join giving.pledge p"
                                        + " on p.supporter = c.supporter_id where p.attempt = :attempt")
                        .bind("attempt", wish.attempt())
                        .mapValue(String.class)
                        .one());
    }

    private String card(Pledge pledge) {
        try (PDDocument card = Loader.loadPDF(Await.value(papers.card(pledge)))) {
            return new PDFTextStripper().getText(card).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoChoosesWhatIsFullIsToldAndGivesForSomethingElse() throws SQLException {
        target(ledgerHas().max(Money.yen(1)));
        run("update impact.fund_target set target = null, counts_from = null, closed = true");

        assertThat(Await.value(giving.give(wish(Frequency.ONCE, ""))))
                .isInstanceOf(GiveResult.DestinationChanged.class);
        Pledge told = new GiftSamples(context).pledged(wish(Frequency.ONCE, "closed:general"));

        assertThat(told.fund()).isEqualTo(Fund.GENERAL);
        assertThat(told.instead()).isNull();
        assertThat(told.outcomePrice()).isNull();
    }

    private static GiveWish honouring(GiveWish plain) {
        return new GiveWish(
                plain.attempt(),
                plain.frequency(),
                plain.cause(),
                plain.gift(),
                plain.coversFee(),
                plain.name(),
                plain.email(),
                new Dedication("Hanako", "", "", ""),
                plain.language(),
                plain.destination(),
                plain.seen(),
                plain.agreed());
    }

    private static GiveWish wish(Frequency frequency, String destination) {
        GiveWish plain =
                GiftSamples.wish(
                        new EmailAddress("giver-" + UUID.randomUUID() + "@example.org"), frequency);
        return new GiveWish(
                plain.attempt(),
                plain.frequency(),
                plain.cause(),
                plain.gift(),
                plain.coversFee(),
                plain.name(),
                plain.email(),
                plain.dedication(),
                plain.language(),
                destination,
                plain.seen(),
                plain.agreed());
    }

    private void target(Money yen) throws SQLException {
        run(
                """
                insert into impact.fund_target (id, fund, effective_from, target, counts_from, closed, instead,
                    reason_en, reason_ja, decided_at)
                values (gen_random_uuid(), 'FOSTER_CHILDREN', '%1$s', %2$s, '2020-01-01', false, 'GENERAL',
                    'Reason', '理由', timestamptz '%1$s' - interval '3 days')
                """
                        .formatted(today(), yen.yen()));
    }

    private Money ledgerHas() {
        return Await.value(ledger.received(Fund.FOSTER_CHILDREN, LocalDate.of(2020, 1, 1)))
                .max(Money.ZERO);
    }

    private Charge charge(Pledge pledge) {
        return Await.value(giving.charges(pledge).next());
    }

    private Set<Fund> funds(Pledge pledge) {
        return Await.value(books.lots(charge(pledge).payment())).stream()
                .map(Lot::fund)
                .filter(fund -> !fund.equals(Fund.OPERATIONS))
                .collect(Collectors.toSet());
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private UUID approval() {
        return Await.value(
                application
                        .sql(
                                "select id from approvals.approval where subject = (select id from funds.target_draft"
                                        + " order by drafted_at desc limit 1)")
                        .mapValue(UUID.class)
                        .one());
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
