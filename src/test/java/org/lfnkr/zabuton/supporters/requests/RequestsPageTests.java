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
