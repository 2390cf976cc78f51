package org.lfnkr.zabuton.storefront.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class OpeningPageTests {

    @Autowired Messages messages;
    @Autowired TestDatabase testDatabase;
    @LocalServerPort int port;

    /** The samples have goods and all that they need, but one variant whose costs nobody knows. */
    @ParameterizedTest
    @EnumSource
    void saysWhatIsThereAndWhatIsMissing(Language language) {
        String page =
                new Guest(port).atDesk("SHOP").get("/" + language.tag() + "/desk/opening").page();

        assertThat(page)
                .contains(messages.text("storefront.opening.outcome", language))
                .contains(messages.text("storefront.opening.done", language))
                .contains(messages.text("storefront.opening.costs.until", language))
                .contains("/" + language.tag() + "/desk/products\"")
                .doesNotContain(messages.text("storefront.opening.goods.until", language), "??");
    }

    /** Of a shop in which people can order, Today asks no more than that. */
    @Test
    void todayOfAnOpenShopAsksForNoMoreThanWhetherItIs() {
        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(new Guest(port).atDesk("SHOP").get("/en/desk").page())
                    .doesNotContain(messages.text("storefront.concern.opening", Language.EN));
            assertThat(log.saying("impact.allocation_policy", "impact.price", "guard.gate"))
                    .isEmpty();
        }
    }

    /** A page that one may look at is none on which one does anything. */
    @Test
    void whoMayOnlyLookIsNotToldToDoIt() {
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/opening").page())
                .contains(messages.text("storefront.opening.others", Language.EN))
                .doesNotContain(messages.text("storefront.opening.go", Language.EN));
        assertThat(new Guest(port).atDesk("SHOP").get("/en/desk/opening").page())
                .contains(messages.text("storefront.opening.go", Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "APPROVER"})
    void theFirstTwoPeopleSeeWhatIsMissingThoughOthersDoIt(String role) {
        Guest.Answer answer = new Guest(port).atDesk(role).get("/ja/desk/opening");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page())
                .contains(messages.text("storefront.opening.others", Language.JA))
                .doesNotContain("??");
    }
}
