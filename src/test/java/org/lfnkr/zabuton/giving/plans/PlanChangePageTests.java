package org.lfnkr.zabuton.giving.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.Happening;
import org.lfnkr.zabuton.giving.pledges.PlanMark;
import org.lfnkr.zabuton.giving.pledges.PlanWords;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a change of a plan shows before it counts, and that nothing else is made of it. */
@ModuleTest
@Import(SignInSamples.class)
class PlanChangePageTests {

    @Autowired ApplicationContext application;
    @Autowired SignInSamples samples;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired PlanWords words;

    private final EmailAddress giver = newAddress();
    private Guest guest;
    private Pledge plan;
    private String mine;

    @BeforeEach
    void give() {
        plan = new GiftSamples(application).given(GiftSamples.wish(giver, Frequency.MONTHLY));
        guest = samples.signedIn(giver);
        String all = guest.get("/en/me/giving").page();
        mine = all.replaceAll("(?s).*?href=\"/en(/me/giving/[^\"/]+)\".*", "$1");
    }

    /** Each charge funds something of its own, and what was said of it may fall. */
    @Test
    void saysOfEachChargeWhatHadToBePutRightAndWhy() {
        Await.done(
                application
                        .getBean(DatabaseClient.class)
                        .sql(
                                """
                                insert into impact.correction (subject, corrected_at, units_before, units_after, step, cause)
                                select c.payment, now(), 9, 7, 'EXPECTED', 'SPOILED'
                                from giving.charge c
                                    join giving.pledge p on p.id = c.pledge
                                    join giving.plan on plan.id = p.plan
                                where plan.reference = :reference
                                """)
                        .bind("reference", mine.replaceAll(".*/", ""))
                        .then());

        for (Language language : Language.values()) {
            assertThat(guest.get("/" + language.tag() + mine).page())
                    .contains(messages.text("impact.corrections", language))
                    .contains(messages.text("impact.cause.spoiled", language))
                    .contains(formats.date(BusinessDate.of(Instant.now()), language))
                    .doesNotContain("??", "{0}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2500.00", "２５００．００", "2500,50", "-2500", "2 500", "1e4", "2.500", "many"})
    void asksAgainForAnAmountThatIsNone(String typed) {
        for (Language language : Language.values()) {
            String here = "/" + language.tag() + mine;
            guest.get(here);
            Answer asked = guest.get(here + "/terms?frequency=monthly&other=" + typed);
            assertThat(asked.status()).isEqualTo(422);
            assertThat(asked.page())
                    .contains("name=\"other\" type=\"text\" value=\"" + typed + "\"")
                    .contains(messages.text("giving.other.malformed", language));

            Answer posted = guest.postUnasked(here + "/terms", "other", typed, "sure", "yes");
            assertThat(posted.status()).isEqualTo(422);
        }
        assertThat(isUnderWay()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void showsAnotherAmountFromAndToAndThenTakesIt(Language language) {
        String here = "/" + language.tag() + mine;

        String change = here + "/terms?frequency=monthly&other=5,000&cover=yes";
        Answer shown = guest.get(change);

        List<List<String>> rows = rows(shown);
        assertThat(rows)
                .hasSize(4)
                .startsWith(
                        List.of(
                                messages.text("giving.plan.amount.monthly", language, "¥3,000"),
                                messages.text("giving.plan.amount.monthly", language, "¥5,000")),
                        List.of("¥0", "¥249"));
        assertThat(rows.subList(2, 4))
                .allSatisfy(
                        charge -> {
                            assertThat(charge).hasSize(2);
                            assertThat(charge.getFirst()).endsWith("¥3,000");
                            assertThat(charge.getLast())
                                    .isEqualTo(charge.getFirst().replace("¥3,000", "¥5,249"));
                        })
                .doesNotHaveDuplicates();
        assertThat(isUnderWay()).isFalse();
        guest.get(change);
        assertTold(guest.post(here + "/terms"), here, "noted", language);
        assertThat(isUnderWay()).isTrue();
    }

    /** From and to, row by row. */
    private static List<List<String>> rows(Answer page) {
        return found("(?s)<tr><th scope=\"row\">.*?</tr>", page.page())
                .map(row -> found("(?<=<td>)[^<]*", row).toList())
                .toList();
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
    }

    @Test
    void makesNothingThatWasNotShown() {
        String here = "/en" + mine;
        for (String what : new String[] {"terms", "days", "pauses"}) {
            Answer answer =
                    guest.postUnasked(
                            here + "/" + what,
                            "other",
                            "5000",
                            "frequency",
                            "monthly",
                            "day",
                            "7",
                            "charges",
                            "1",
                            "seen",
                            "0");
            assertThat(answer.status()).as(what).isEqualTo(422);
            assertThat(answer.page())
                    .as(what)
                    .contains(messages.text("giving.change.moved", Language.EN));
        }
        assertThat(isUnderWay()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceMoreBeforeMoreThanThreeTimesAsMuchIsGiven(Language language) {
        String here = "/" + language.tag() + mine;
        guest.get(here + "/terms?frequency=monthly&other=9001");

        Answer asked = guest.post(here + "/terms");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page())
                .contains(messages.text("giving.change.sure.missing", language))
                .contains("name=\"other\" value=\"9001\"");
        assertTold(guest.post(here + "/terms", "sure", "yes"), here, "noted", language);
    }

    @Test
    void asksByTheYearAndNotByTheCharge() {
        String threeTimes = "/en" + mine + "/terms?frequency=monthly&other=9000";
        String aYear = "/en" + mine + "/terms?frequency=yearly&other=36000";

        assertThat(guest.get(threeTimes).page()).doesNotContain("name=\"sure\"");
        assertThat(guest.get(aYear).page()).doesNotContain("name=\"sure\"");
        assertThat(guest.get(aYear.replace("36000", "250000")).page()).contains("name=\"sure\"");
    }

    @Test
    void saysWhereNothingWouldChange() {
        String here = "/en" + mine;

        assertTold(
                guest.get(here + "/terms?frequency=monthly&other=3000"),
                here,
                "used-terms",
                Language.EN);
        assertThat(guest.get(here + "/days?day=1.5").location()).isEqualTo(here);
        assertThat(guest.get(here + "/pauses?charges=99").location()).isEqualTo(here);
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromALinkToAPageWhoseButtonSkipsOneCharge(Language language) {
        String here = "/" + language.tag() + mine;
        String link = here + "/pauses?charges=1";
        assertThat(guest.get(here).page()).contains("href=\"" + link + "\"");

        guest.get(link);

        assertTold(guest.post(here + "/pauses"), here, "noted", language);
    }

    /** Once: a reload, or the address in a bookmark, says it no more. */
    private void assertTold(Answer act, String here, String what, Language language) {
        String told = messages.text("giving.mine.told." + what, language);
        assertThat(act.location()).isEqualTo(here + "#told");
        assertThat(guest.follow(act).page()).contains("id=\"told\"", told);
        assertThat(guest.follow(act).page()).doesNotContain("id=\"told\"", told);
    }

    /** What was changed is shown as soon as it is so, and only then does the page stop to ask. */
    @ParameterizedTest
    @EnumSource
    void followsAChangeUntilItIsMade(Language language) {
        String here = "/" + language.tag() + mine;
        Pattern live =
                Pattern.compile(
                        "data-live=\"/%s/gifts/[^/\"]+/[^/\"]+/changes\\?seen=[0-9a-f]+\""
                                .formatted(language.tag()));
        assertThat(guest.get(here).html()).doesNotContain("data-live");

        guest.get(here + "/pauses?charges=1");
        guest.post(here + "/pauses");

        assertThat(guest.get(here).html()).containsPattern(live);
    }

    @ParameterizedTest
    @EnumSource
    void saysOnceThatAChangeIsMade(Language language) {
        String here = "/" + language.tag() + mine;
        String made = messages.text("giving.mine.told.made", language);
        guest.get(here + "/pauses?charges=1");
        Answer act = guest.post(here + "/pauses");
        assertThat(guest.follow(act).page()).doesNotContain(made);

        StripeNews.sendWishes(application);

        assertThat(guest.follow(act).page()).contains("id=\"told\"", made);
        assertThat(guest.follow(act).page()).doesNotContain("id=\"told\"", made);
    }

    @ParameterizedTest
    @EnumSource
    void offersNoChangeOfWhatIsAboutToEnd(Language language) {
        String here = "/" + language.tag() + mine;
        String change = messages.text("giving.plan.change", language);
        guest.get(here + "/stop");
        guest.post(here + "/stops");
        String gift =
                found("data-live=\"[^\"]+/changes", guest.get(here).html())
                        .map(it -> it.replaceAll("data-live=\"|/changes", ""))
                        .findFirst()
                        .orElseThrow();
        assertThat(guest.get(gift).page()).contains(change);

        StripeNews.sendWishes(application);

        assertThat(guest.get(gift).page())
                .contains(messages.text("giving.plan.undo", language))
                .doesNotContain(change);
    }

    /** What it means is said first, and what is agreed to is kept. */
    @ParameterizedTest
    @EnumSource
    void isForSomethingElseOnceItWasSaidWhatThatMeans(Language language) {
        String here = "/" + language.tag() + mine;
        String food = messages.text("giving.cause.food", language);
        String asked = here + "/purposes?to=food";
        assertThat(guest.get(here).page()).contains(here + "/purposes");

        assertThat(guest.get(asked).page())
                .contains(
                        food,
                        messages.text("content.gift-terms.agreement.food", language),
                        messages.text("giving.purpose.past", language))
                .doesNotContain("??", "{0}");
        assertThat(isUnderWay()).isFalse();
        guest.get(asked);
        assertTold(guest.post(here + "/purposes"), here, "noted", language);
        StripeNews.sendWishes(application);

        assertThat(guest.get(here).html()).contains("<dd>" + food + "</dd>");
        assertTold(guest.get(asked), here, "used-terms", language);
        assertThat(guest.get(here).page())
                .contains(messages.text("giving.change.for", language, "", food).strip());
        assertThat(guest.get(here).html())
                .as("What was charged before stays")
                .contains(
                        ">" + messages.text("giving.cause.foster-children", language) + "</span>");
        assertThat(consents())
                .contains(messages.text("content.gift-terms.agreement.food", Language.EN));
    }

    private String consents() {
        return Await.value(
                application
                        .getBean(DatabaseClient.class)
                        .sql(
                                "select string_agg(wording, ' ') from (select wording from"
                                        + " supporters.consent order by given_at desc limit 2) w")
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void isForNothingThatWasNotShown() {
        String here = "/en" + mine;
        Answer answer = guest.postUnasked(here + "/purposes", "to", "food", "seen", "other");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(messages.text("giving.change.moved", Language.EN));
        assertTold(guest.get(here + "/purposes?to=nothing"), here, "used-terms", Language.EN);
        assertThat(isUnderWay()).isFalse();
    }

    @Test
    void isForNothingThatItIsForNorForWhatTakesNoGifts() throws SQLException {
        String here = "/en" + mine;
        assertThat(guest.get(here).html())
                .contains(choice("food"))
                .doesNotContain(choice("foster-children"));
        assertTold(
                guest.get(here + "/purposes?to=foster-children"), here, "used-terms", Language.EN);
        String asked = here + "/purposes?to=food";
        String seen =
                guest.get(asked)
                        .html()
                        .replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        asOwner(
                """
                insert into impact.fund_target (id, fund, effective_from, closed, instead, reason_en, reason_ja,
                    decided_at)
                values (gen_random_uuid(), 'FOOD', '2020-01-02', true, 'GENERAL', 'Closed', '終了', '2020-01-01')
                """);
        try {
            assertThat(guest.get(here).html()).doesNotContain(choice("food"));
            assertTold(guest.get(asked), here, "used-terms", Language.EN);
            guest.postUnasked(here + "/purposes", "to", "food", "seen", seen);
            assertThat(isUnderWay()).as("Closed since it was read").isFalse();
        } finally {
            asOwner("delete from impact.fund_target");
        }
    }

    /**
     * Whoever gives for what is closed learns it before the next charge, and where to change it.
     */
    @ParameterizedTest
    @EnumSource
    void saysThatItIsForWhatTakesNoMore(Language language) throws SQLException {
        String here = "/" + language.tag() + mine;
        String opened = "/" + language.tag() + application.getBean(Giving.class).link(plan).path();
        String said = messages.text("giving.full", language);
        assertThat(guest.get(here).page()).doesNotContain(said);
        asOwner(
                """
                insert into impact.fund_target (id, fund, effective_from, closed, instead, reason_en, reason_ja,
                    decided_at)
                values (gen_random_uuid(), 'FOSTER_CHILDREN', '2020-01-02', true, 'GENERAL', 'Closed', '終了', '2020-01-01')
                """);
        try {
            assertThat(guest.get(here).page()).contains(said).doesNotContain("??", "{0}");
            assertThat(guest.get(here).html()).contains("href=\"#purpose\"");
            assertThat(guest.get(opened).page()).contains(said).doesNotContain("??", "{0}");
            assertThat(guest.get(opened).html()).contains("href=\"" + here + "#purpose\"");
        } finally {
            asOwner("delete from impact.fund_target");
        }
    }

    private static String choice(String cause) {
        return "name=\"to\" required value=\"" + cause + "\"";
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = application.getBean(TestDatabase.class).connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Nothing is "changed to none". */
    @ParameterizedTest
    @EnumSource
    void anEndAndItsUndoingAreSaidInWordsOfTheirOwn(Language language) {
        LocalDate day = LocalDate.of(2026, 12, 31);
        PlanMark goesOn = mark(day);
        PlanMark ends = mark(null);
        String date = formats.date(day, language);

        assertThat(said(Happening.Kind.STOPPING, goesOn, ends, language))
                .isEqualTo(messages.text("giving.change.from-to.ends", language, date));
        assertThat(said(Happening.Kind.STOP_UNDONE, ends, goesOn, language))
                .isEqualTo(messages.text("giving.change.from-to.goes-on", language, date));
    }

    private String said(Happening.Kind kind, PlanMark from, PlanMark to, Language language) {
        return words.fromTo(new Happening(kind, null, Instant.EPOCH, from, to), language)
                .orElseThrow();
    }

    private static PlanMark mark(@Nullable LocalDate next) {
        GiftParts parts = new GiftParts(Money.yen(3000), Money.ZERO);
        return new PlanMark(Frequency.MONTHLY, parts, null, next);
    }

    private boolean isUnderWay() {
        String pending = messages.text("giving.mine.pending", Language.EN);
        return guest.get("/en" + mine).page().contains(pending);
    }
}
