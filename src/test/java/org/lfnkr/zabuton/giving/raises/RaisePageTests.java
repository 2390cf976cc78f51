package org.lfnkr.zabuton.giving.raises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftCharged;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Once a year at most, only where a price rose, and No as easy as Yes. */
@ModuleTest
class RaisePageTests {

    private static final Pattern LINK = Pattern.compile("http://[^/]+(/(en|ja)/raises/[^\\s\"]+)");

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired TransactionalOperator transaction;
    @Autowired RaiseStore store;
    @Autowired Raises raises;
    @Autowired PledgeStore pledges;
    @Autowired GiftPlans plans;
    @Autowired Giving giving;
    @Autowired Impact impact;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @Autowired TestDatabase owner;

    private final EmailAddress giver = new EmailAddress(UUID.randomUUID() + "@example.org");

    @BeforeEach
    @AfterEach
    void withoutOtherPrices() {
        clock.reset();
        own("delete from giving.raise_question");
        own("delete from impact.price where evidence = 'risen'");
    }

    private void own(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tomorrow, by a tenth. */
    private void rises() {
        own(
                """
                insert into impact.price (id, outcome, yen, units, valid_from, evidence, evidence_on, evidence_until,
                    file, sha256, decided_at)
                select gen_random_uuid(), outcome, yen * 11, units * 10, date '%1$s' + 1, 'risen', date '%1$s',
                       date '%1$s' + 3000, gen_random_uuid(), repeat('a', 64), timestamptz '%1$s 12:00+09'
                from impact.price where outcome = 'care' and valid_from <= date '%1$s'
                order by valid_from desc limit 1
                """
                        .formatted(BusinessDate.of(clock.instant())));
    }

    private Pledge given(Language language) {
        return new GiftSamples(application)
                .given(
                        GiftSamples.wish(
                                giver, "Name", Frequency.MONTHLY, Dedication.NONE, language));
    }

    /** As after a charge of the plan. */
    private void charged(boolean asked, Pledge pledge) {
        Charge charge = Await.value(giving.charges(pledge).next());
        Await.done(
                new RaiseAsking(
                                new RaiseProperties(asked),
                                store,
                                pledges,
                                plans,
                                impact,
                                mail,
                                clock)
                        .handle(
                                new GiftCharged(
                                        charge.payment(),
                                        pledge.id().purpose(),
                                        charge.chargedAt()))
                        .as(transaction::transactional));
        Await.done(mail.sendDue());
    }

    private List<String> questions() {
        return mailbox.to(giver.value()).stream()
                .map(ReceivedMail::text)
                .filter(text -> LINK.matcher(text).find())
                .toList();
    }

    private String link() {
        Matcher link = LINK.matcher(questions().getLast());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @ParameterizedTest
    @EnumSource
    void isAskedByOneMailAndRaisesByOnePress(Language language) {
        Pledge pledge = given(language);
        charged(true, pledge);
        assertThat(questions()).as("No price has risen").isEmpty();
        rises();
        clock.advance(Duration.ofDays(2));
        charged(false, pledge);
        assertThat(questions()).as("Switched off").isEmpty();

        charged(true, pledge);
        charged(true, pledge);

        assertThat(questions()).hasSize(1);
        assertThat(questions().getFirst())
                .contains(messages.text("giving.raises.free", language), "3,300")
                .doesNotContain("??", "{0}");
        Guest guest = new Guest(port);
        String page = guest.get(link()).html();
        assertThat(page).doesNotContain("??", "{0}");
        assertThat(page.split("class=\"button button--quiet\"")).hasSize(4);
        assertThat(guest.follow(guest.post(link() + "/raisings")).page())
                .contains(messages.text("giving.raises.raised", language));
        StripeNews.sendWishes(application);
        assertThat(Await.value(plans.of(pledge)).pledge().parts().gift())
                .isEqualTo(Money.yen(3_300));
        assertThat(new Guest(port).atDesk().get("/" + language.tag() + "/desk/raises").page())
                .contains(messages.text("giving.raises.off", language))
                .containsPattern(
                        "(?s)" + clock.instant().toString().substring(0, 4) + ".*1.*1.*0.*0")
                .doesNotContain("??", "{0}");
    }

    @Test
    void leavesItByOnePressAndIsNotAskedAgainForAYear() {
        Pledge pledge = given(Language.EN);
        rises();
        clock.advance(Duration.ofDays(2));
        charged(true, pledge);
        Guest guest = new Guest(port);
        guest.get(link());

        assertThat(guest.follow(guest.post(link() + "/keepings")).page())
                .contains(messages.text("giving.raises.kept", Language.EN))
                .doesNotContain("/raisings");
        assertThat(guest.postUnasked(link() + "/raisings").status()).isEqualTo(303);
        assertThat(Await.value(plans.of(pledge)).pledge().parts().gift())
                .isEqualTo(Money.yen(3_000));

        rises();
        clock.advance(Duration.ofDays(364));
        charged(true, pledge);
        assertThat(questions()).as("Another year by the calendar only").hasSize(1);
        clock.advance(Duration.ofDays(1));
        charged(true, pledge);
        assertThat(questions()).as("It has risen again since").hasSize(2);
    }

    /** The question stays open, and whoever raises later still can. */
    @Test
    void leavesUnansweredWhatCannotBeChanged() {
        Pledge pledge = given(Language.EN);
        rises();
        clock.advance(Duration.ofDays(2));
        charged(true, pledge);
        RaiseQuestion question = Await.value(store.of(List.of(pledge.supporter().value())).next());
        Raise asked = Await.value(raises.find(question.id()));
        Await.value(plans.stop(asked.plan(), ""));

        assertThat(Await.value(raises.raise(asked))).isInstanceOf(WishResult.Refused.class);
        assertThat(Await.value(raises.find(asked.question().id())).question().answer()).isNull();

        Await.value(plans.undoStop(asked.plan()));
        assertThat(Await.value(raises.raise(asked))).isEqualTo(new WishResult.Noted());
        assertThat(Await.value(raises.find(asked.question().id())).question().answer())
                .isEqualTo(RaiseQuestion.Answer.RAISED);
    }

    /** What staff see of a plan's mails, and what its giver may have of them, go by the plan. */
    @Test
    void isAMailAboutThePlan() {
        Pledge pledge = given(Language.EN);
        rises();
        clock.advance(Duration.ofDays(2));
        charged(true, pledge);

        List<UUID> matters = Await.value(giving.matters(pledge));
        List<SentLetter> letters = Await.value(mail.about(matters).collectList());
        assertThat(letters).extracting(SentLetter::kind).contains(RaiseLetter.KIND);
    }

    @Test
    void whoWantsNoneIsAskedNoMore() {
        Pledge pledge = given(Language.EN);
        rises();
        clock.advance(Duration.ofDays(2));
        charged(true, pledge);
        Guest guest = new Guest(port);
        guest.get(link());
        assertThat(guest.follow(guest.post(link() + "/silences")).page())
                .contains(messages.text("giving.raises.quiet.done", Language.EN));

        rises();
        clock.advance(Duration.ofDays(400));
        charged(true, pledge);

        assertThat(questions()).hasSize(1);
        assertThat(guest.get("/en/raises/nothing").status()).isEqualTo(404);
    }
}
