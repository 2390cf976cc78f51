package org.lfnkr.zabuton.giving.plans.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Regular gifts at the desk: found without names, stopped and paused for who asks. */
@ModuleTest
class PlanDeskPageTests {

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"><a class=\"reference\" href=\"([^\"]+)\">");

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;

    private final EmailAddress giver = newAddress();
    private String reference = "";

    @BeforeEach
    void give() {
        new GiftSamples(application)
                .given(
                        GiftSamples.wish(
                                giver,
                                "Erika Beispiel",
                                Frequency.MONTHLY,
                                Dedication.NONE,
                                Language.EN));
        reference =
                Await.value(
                        database.sql(
                                        "select reference from giving.plan"
                                                + " order by begun_at desc limit 1")
                                .mapValue(String.class)
                                .one());
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByTheirStateAndDayAndNobodyIsNamed(Language language) {
        String desk = "/" + language.tag() + "/desk/plans";

        assertThat(rows(desk)).contains(desk + "/" + reference);
        assertThat(rows(desk + "?state=active")).contains(desk + "/" + reference);
        assertThat(rows(desk + "?state=past-due")).doesNotContain(desk + "/" + reference);
        assertThat(rows(desk + "?until=2020-01-01")).isEmpty();
        assertThat(staff().get(desk).page() + staff().get(desk + "/" + reference).page())
                .doesNotContain("@", "Beispiel", "??")
                .contains(messages.text("giving.plan.short.active", language));
        assertThat(staff().get(desk).html())
                .as("words to choose from, no sentences")
                .contains(">" + messages.text("giving.plans.state.active", language) + "</option>")
                .doesNotContain(".</option>", "。</option>");
    }

    private List<String> rows(String path) {
        return ROW.matcher(staff().get(path).html())
                .results()
                .map(MatchResult::group)
                .map(row -> row.replaceAll(".*href=\"|\">", ""))
                .toList();
    }

    @Test
    void theFileHasExactlyWhatIsShownAndItIsNotedWhoTookIt() {
        String query = "?state=active&from=2020-01-01";
        long shown = all(query);
        List<String> lines =
                staff().get("/en/desk/plans/plans.csv" + query).page().lines().toList();

        assertThat(lines).hasSize((int) shown + 1).anyMatch(line -> line.startsWith(reference));
        assertThat(noted("plans.exported", query)).isNotEmpty();
        assertThat(staff().get("/en/desk/plans/plans.xlsx" + query).header("Content-Type"))
                .contains("spreadsheetml");
    }

    private long all(String query) {
        String page = staff().get("/en/desk/plans" + query).page();
        return Long.parseLong(page.replaceAll("(?s).*?>(\\d+) regular gifts?, .*", "$1"));
    }

    @Test
    void areStoppedForWhoAsksWithAReasonAndTheGiverIsWrittenTo() {
        String plan = "/en/desk/plans/" + reference;
        Guest staff = staff().at(plan);
        assertThat(staff.post(plan + "/stops", "stopReason", " ").page())
                .contains(messages.text("giving.plans.reason.missing", Language.EN));

        Guest.Answer act = staff.at(plan).post(plan + "/stops", "stopReason", "asked by phone");
        assertThat(act.location()).startsWith(plan);
        StripeNews.sendWishes(application);

        assertThat(staff.get(plan).page())
                .contains(messages.text("giving.plan.short.stopping", Language.EN))
                .doesNotContain(plan + "/stops");
        assertThat(noted("plan.stopped", "asked by phone")).hasSize(1);
        assertThat(letters("gift-plan-stopping")).isEqualTo(1);
    }

    @Test
    void arePausedForWhoAsks() {
        String plan = "/ja/desk/plans/" + reference;
        Guest staff = staff().at(plan);
        staff.post(plan + "/pauses", "pauseReason", "電話で依頼", "charges", "2");
        StripeNews.sendWishes(application);

        assertThat(staff.get(plan).page())
                .contains(messages.text("giving.plan.short.paused", Language.JA))
                .doesNotContain(plan + "/pauses");
        assertThat(noted("plan.paused", "電話で依頼")).hasSize(1);
        assertThat(letters("gift-plan-paused")).isEqualTo(1);

        staff.at(plan).post(plan + "/resumptions", "resumeReason", "電話で依頼");
        StripeNews.sendWishes(application);

        assertThat(staff.get(plan).page())
                .doesNotContain(messages.text("giving.plan.short.paused", Language.JA))
                .contains(plan + "/pauses");
        assertThat(noted("plan.resumed", "電話で依頼")).hasSize(1);
        assertThat(letters("gift-plan-resumed")).isEqualTo(1);
    }

    @Test
    void areForSomethingElseForWhoAsksAndAgrees() {
        String plan = "/en/desk/plans/" + reference;
        Guest staff = staff().at(plan);
        assertThat(staff.get(plan).page())
                .contains(messages.text("content.gift-terms.agreement.food", Language.EN));
        staff.at(plan);
        assertThat(staff.post(plan + "/purposes", "purposeReason", "asked by phone").page())
                .contains(messages.text("giving.plans.purpose.missing", Language.EN));
        assertThat(
                        staff.at(plan)
                                .postUnasked(
                                        plan + "/purposes",
                                        "to",
                                        "food:full:general",
                                        "purposeReason",
                                        "asked by phone")
                                .page())
                .as("Something else was read to the giver")
                .contains(messages.text("giving.plans.purpose.missing", Language.EN));
        staff.at(plan).post(plan + "/purposes", "to", "food:", "purposeReason", "asked by phone");
        StripeNews.sendWishes(application);

        assertThat(staff.get(plan).html())
                .contains("<dd>" + messages.text("giving.cause.food", Language.EN) + "</dd>");
        assertThat(noted("plan.devoted", "asked by phone")).hasSize(1);
        assertThat(letters("gift-plan-terms")).isEqualTo(1);
    }

    @Test
    void whoOnlyLooksIsOfferedNoAct() {
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/plans/" + reference).html())
                .doesNotContain("/stops\"", "/pauses\"", "/purposes\"");
    }

    private long letters(String kind) {
        return Await.value(
                database.sql(
                                """
                                select count(*) from mail.letter l, giving.plan p
                                where l.kind = :kind and p.reference = :reference
                                  and split_part(l.reference, '/', 1) = cast(p.id as text)
                                """)
                        .bind("kind", kind)
                        .bind("reference", reference)
                        .mapValue(Long.class)
                        .one());
    }

    private List<String> noted(String action, String words) {
        return Await.value(
                database.sql(
                                """
                                select action from audit.entry e
                                where action = :action and (subject = :words or reason = :words
                                  and subject = (select cast(id as text) from giving.plan where reference = :reference))
                                """)
                        .bind("action", action)
                        .bind("words", words)
                        .bind("reference", reference)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
