package org.lfnkr.zabuton.giving.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;

/** Gifts at the desk: found without names, and opened with a reason. */
@ModuleTest
@Import(SignInSamples.class)
class GiftDeskPageTests {

    private static final String NAME = "Erika Beispiel";

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired SignInSamples people;

    private final EmailAddress giver = newAddress();
    private Pledge gift;

    @BeforeEach
    void give() {
        gift =
                new GiftSamples(application)
                        .given(
                                GiftSamples.wish(
                                        giver, NAME, Frequency.ONCE, Dedication.NONE, Language.EN));
    }

    private String page(Language language) {
        return "/" + language.tag() + "/desk/gifts/" + gift.payment();
    }

    private Guest staff(String... roles) {
        return new Guest(port).atDesk(roles);
    }

    @ParameterizedTest
    @EnumSource
    void areFoundByKindCauseMeansAndDayAndNobodyIsNamed(Language language) {
        String desk = "/" + language.tag() + "/desk/gifts";
        Guest staff = staff("VIEWER");

        for (String query :
                List.of(
                        "",
                        "?kind=once",
                        "?cause=foster-children",
                        "?means=card&from=2020-01-01")) {
            assertThat(staff.get(desk + query).html()).as(query).contains(page(language) + "\"");
        }
        for (String query :
                List.of("?kind=regular", "?cause=food", "?means=bank", "?until=2020-01-01")) {
            assertThat(staff.get(desk + query).html()).as(query).doesNotContain(page(language));
        }
        assertThat(staff.get(desk).page() + staff.get(page(language)).page())
                .doesNotContain(NAME, giver.value(), "??")
                .contains(gift.reference(), "¥3,000", messages.text("reveals.masked", language));
    }

    @Test
    void theFileHasExactlyWhatIsShownAndItIsNotedWhoTookIt() {
        String query = "?kind=once&from=2020-01-01";
        String shown = staff("VIEWER").get("/en/desk/gifts" + query).page();
        List<String> lines =
                staff("VIEWER").get("/en/desk/gifts/gifts.csv" + query).page().lines().toList();

        assertThat(shown).contains(lines.size() - 1 + " gift");
        assertThat(lines).anyMatch(line -> line.startsWith(gift.reference()));
        assertThat(acts("gifts.exported", query)).isNotEmpty();
        assertThat(staff("VIEWER").get("/en/desk/gifts/gifts.xlsx" + query).header("Content-Type"))
                .contains("spreadsheetml");
    }

    private List<String> acts(String action, String subject) {
        return Await.value(
                database.sql(
                                "select actor from audit.entry"
                                        + " where action = :action and subject = :subject")
                        .bind("action", action)
                        .bind("subject", subject)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    @Test
    void whoGaveIsOpenedWithAReasonAndTheGiverReadsIt() {
        Guest staff = staff("SHOP").at(page(Language.EN));

        String back = staff.post("/en/desk/reveals/contact", "reveal-reason", "asked").location();

        assertThat(back).isEqualTo(page(Language.EN) + "#contact");
        assertThat(staff.get(page(Language.EN)).page()).contains(NAME, giver.value());
        assertThat(staff("FINANCE").get(page(Language.EN)).page())
                .as("to who may not open it")
                .doesNotContain(NAME);
        assertThat(people.signedIn(giver).get("/en/me/data").page())
                .contains(messages.text("reveals.reason.asked", Language.EN));
        assertThat(staff("VIEWER").get(page(Language.EN)).html()).doesNotContain("/desk/reveals/");
    }

    /** The number that somebody reads out leads to the gift, or to the plan. */
    @Test
    void aGiftIsFoundByItsNumber() {
        Pledge plan =
                new GiftSamples(application).given(GiftSamples.wish(giver, Frequency.MONTHLY));
        Guest staff = staff("SHOP").at("/en/desk");

        assertThat(staff.post("/en/desk/look-ups", "sought", gift.reference()).location())
                .isEqualTo(page(Language.EN));
        staff.at("/en/desk");
        assertThat(staff.post("/en/desk/look-ups", "sought", plan.reference()).location())
                .isEqualTo("/en/desk/plans/" + plan.reference());
        assertThat(staff.get("/en/desk/gifts?code=" + plan.reference()).location())
                .isEqualTo("/en/desk/plans/" + plan.reference());
        assertThat(
                        staff("FULFILMENT")
                                .at("/en/desk")
                                .post("/en/desk/look-ups", "sought", gift.reference())
                                .page())
                .contains(messages.text("storefront.found.nothing", Language.EN));
    }
}
