package org.lfnkr.zabuton.funds.ripening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.lfnkr.zabuton.bookkeeping.spending.Ripenings;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** Finance proposes how long money waits, an approver signs it, and a day to come begins it. */
@ModuleTest
@Import({StaffSamples.class, OrderSamples.class, PaidOrders.class})
class RipeningPageTests {

    @Autowired Ripenings ripenings;
    @Autowired StaffSamples staff;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void takesTwoPeopleAndADayToCome(Language language) {
        String path = "/" + language.tag() + "/desk/ripening";
        Guest finance = new Guest(port).atDesk("FINANCE");
        LocalDate today = BusinessDate.of(clock.instant());
        Guest.Answer past =
                propose(finance.at(path), path, "367", today, language.tag() + "-reason");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.page())
                .contains(
                        messages.text("ripening.wrong.days", language),
                        messages.text("ripening.wrong.day", language));

        LocalDate first = today.plusYears(40).plusDays(language.ordinal());
        Guest.Answer asked =
                propose(finance.at(path), path, "14", first, language.tag() + "-reason");

        assertThat(finance.follow(asked).page())
                .contains(
                        messages.text("ripening.told.proposed", language),
                        messages.text("approvals.waits", language))
                .doesNotContain(language.tag() + "-reason");
        String approval = "/" + language.tag() + "/desk/approvals/" + approval();
        assertThat(staff.signer(port, Role.APPROVER).approve(approval).status()).isEqualTo(303);
        assertThat(Await.value(ripenings.all().collectList()))
                .filteredOn(it -> it.reason().in(language).equals(language.tag() + "-reason"))
                .singleElement()
                .extracting(Ripening::means, Ripening::days, Ripening::from)
                .containsExactly("card", 14, first);
        assertThat(propose(finance.at(path), path, "14", first, "again").page())
                .contains(messages.text("ripening.wrong.same", language));
        assertThat(finance.get(path).page())
                .contains(
                        language.tag() + "-reason",
                        messages.text("ripening.state.to-come", language))
                .doesNotContain("??", "{0}");
    }

    @Test
    void canNotBeSignedOnceItsFirstDayHasCome() {
        String path = "/en/desk/ripening";
        LocalDate first = BusinessDate.of(clock.instant()).plusDays(1);
        propose(new Guest(port).atDesk("FINANCE").at(path), path, "14", first, "late");
        String approval = "/en/desk/approvals/" + approval();
        String sign = messages.text("approvals.sign", Language.EN);
        assertThat(staff.signer(port, Role.APPROVER).guest().get(approval).page()).contains(sign);

        clock.advance(Duration.ofDays(1));

        assertThat(staff.signer(port, Role.APPROVER).guest().get(approval).page())
                .doesNotContain(sign)
                .contains("lapsed");
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsProposedOnce() {
        String path = "/en/desk/ripening";
        LocalDate first = BusinessDate.of(clock.instant()).plusYears(41);
        Guest finance = new Guest(port).atDesk("FINANCE").at(path);
        propose(finance, path, "14", first, "twice");
        UUID asked = approval();

        Guest.Answer second = propose(finance, path, "14", first, "twice");

        assertThat(finance.follow(second).page())
                .contains(messages.text("ripening.told.proposed", Language.EN));
        assertThat(approval()).isEqualTo(asked);
    }

    /** Whoever goes back and sends the same form means it again. */
    @Test
    void whatWasWithdrawnIsProposedAgainByTheSameForm() {
        String path = "/en/desk/ripening";
        LocalDate first = BusinessDate.of(clock.instant()).plusYears(42);
        Guest finance = new Guest(port).atDesk("FINANCE").at(path);
        propose(finance, path, "14", first, "withdrawn");
        UUID asked = approval();
        String approval = "/en/desk/approvals/" + asked;
        new Guest(port).atDesk("FINANCE").at(approval).post(approval + "/withdrawals");

        Guest.Answer second = propose(finance, path, "14", first, "withdrawn");

        assertThat(approval()).isNotEqualTo(asked);
        assertThat(finance.follow(second).page())
                .contains(messages.text("approvals.waits", Language.EN), "" + approval());
    }

    @AfterEach
    void restore() {
        clock.reset();
    }

    private static Guest.Answer propose(
            Guest finance, String path, String days, LocalDate from, String reason) {
        return finance.post(
                path,
                "means",
                "card",
                "days",
                days,
                "from",
                from.toString(),
                "reasonJa",
                reason,
                "reasonEn",
                reason);
    }

    private UUID approval() {
        return Await.value(
                database.sql(
                                """
                                select id from approvals.approval where kind = 'funds.ripening'
                                order by proposed_at desc limit 1
                                """)
                        .mapValue(UUID.class)
                        .one());
    }
}
