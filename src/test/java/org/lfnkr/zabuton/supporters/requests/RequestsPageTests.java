package org.lfnkr.zabuton.supporters.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Instant;
import java.time.LocalDate;

/** What people ask under the privacy law is noted without who, and its days are counted. */
@ModuleTest
class RequestsPageTests {

    @LocalServerPort int port;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;

    private final LocalDate today = BusinessDate.of(Instant.now());

    private Guest.Answer note(Language language, LocalDate received) {
        String page = "/" + language.tag() + "/desk/requests";
        return new Guest(port)
                .atDesk("SHOP")
                .at(page)
                .post(page, "kind", "show", "way", "letter", "received", received.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theDaysThatAreLeftAreCountedFromTheDayOfReceipt(Language language) {
        note(language, today.minusDays(10));
        note(language, today.minusDays(17));

        assertThat(
                        new Guest(port)
                                .atDesk("VIEWER")
                                .get("/" + language.tag() + "/desk/requests")
                                .page())
                .contains(
                        messages.text("requests.left", language, 4),
                        messages.text("requests.late", language, 3))
                .doesNotContain("??");
    }

    @Test
    void anAnswerIsNotedOnceWithWhy() {
        note(Language.EN, today.minusDays(3));
        Guest staff = new Guest(port).atDesk("SHOP");
        String page = "/en/desk/requests";
        String form = "/en/desk/requests/" + latest() + "/answers";

        staff.at(page).post(form, "outcome", "done", "reason", " ");
        assertThat(outcome()).isEqualTo("");
        staff.at(page);
        staff.post(form, "outcome", "done", "reason", "sent by registered letter");
        staff.postUnasked(form);

        assertThat(outcome()).isEqualTo("DONE");
        assertThat(staff.get(page).html())
                .contains(messages.text("requests.outcome.done", Language.EN))
                .doesNotContain(form);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsNotedOnce() {
        String page = "/en/desk/requests";
        Guest staff = new Guest(port).atDesk("SHOP").at(page);
        String[] typed = {"kind", "show", "way", "letter", "received", today.toString()};
        staff.post(page, typed);
        String noted = latest();

        Guest.Answer second = staff.post(page, typed);

        assertThat(staff.follow(second).page())
                .contains(messages.text("requests.told.noted", Language.EN));
        assertThat(latest()).isEqualTo(noted);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameAnswerSentTwiceLeadsOn() {
        note(Language.EN, today.minusDays(3));
        Guest staff = new Guest(port).atDesk("SHOP").at("/en/desk/requests");
        String form = "/en/desk/requests/" + latest() + "/answers";

        staff.post(form, "outcome", "done", "reason", "by letter");
        Guest.Answer second = staff.post(form, "outcome", "done", "reason", "by letter");

        assertThat(second.status()).isEqualTo(303);
        assertThat(staff.follow(second).page())
                .contains(messages.text("requests.told.answered", Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatSomebodyElseGaveFirstLeavesWhatWasTyped(Language language) {
        note(language, today.minusDays(2));
        String page = "/" + language.tag() + "/desk/requests";
        String form = page + "/" + latest() + "/answers";
        Guest slower = new Guest(port).atDesk("SHOP").at(page);
        new Guest(port).atDesk("SHOP").at(page).post(form, "outcome", "done", "reason", "by mail");

        Guest.Answer late =
                slower.post(form, "outcome", "refused", "reason", "not by the one concerned");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(
                        messages.text("requests.wrong.over", language, reference()),
                        messages.text("web.typed", language),
                        messages.text("requests.outcome.refused", language),
                        "not by the one concerned")
                .doesNotContain("??", form);
        assertThat(outcome()).isEqualTo("DONE");
    }

    @Test
    void aReasonThatIsTooLongStaysBesideItsRequest() {
        note(Language.EN, today.minusDays(2));
        String form = "/en/desk/requests/" + latest() + "/answers";
        String longer = "x".repeat(201);
        Guest staff = new Guest(port).atDesk("SHOP").at("/en/desk/requests");

        Guest.Answer answer = staff.post(form, "outcome", "done", "reason", longer);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(messages.text("web.wrong.long", Language.EN, 200));
        assertThat(staff.offered(form).fields().getFirst("reason")).isEqualTo(longer);
        assertThat(outcome()).isEqualTo("");
    }

    private String reference() {
        return Await.value(
                database.sql(
                                "select reference from supporters.request"
                                        + " order by noted_at desc limit 1")
                        .mapValue(String.class)
                        .one());
    }

    private String latest() {
        return Await.value(
                database.sql(
                                "select cast(id as text) from supporters.request"
                                        + " order by noted_at desc limit 1")
                        .mapValue(String.class)
                        .one());
    }

    private String outcome() {
        return Await.value(
                database.sql(
                                "select coalesce(outcome, '') from supporters.request"
                                        + " order by noted_at desc limit 1")
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void whatIsToComeIsNotNoted() {
        assertThat(note(Language.EN, today.plusDays(2)).status()).isEqualTo(422);
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/requests").html())
                .doesNotContain("method=\"post\" data-once");
    }
}
