package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class CheckoutPageTests {

    private static final String CHECKOUT = "/en/checkout";

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"prefecture=13, Tokyo", "sure=27:13, Osaka"})
    void asksWhichPlaceIsMeantAndGoesOnWithEither(String meant, String prefecture) {
        Guest guest = buyer();

        Answer asked = sends(guest, "prefecture", "27");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page())
                .contains("You chose Osaka, but the postal code or the address is one of Tokyo.")
                .contains("value=\"" + meant + "\"");

        assertThat(guest.post(CHECKOUT, "meant", meant).location()).isEqualTo("/en/checkout/check");
        assertThat(guest.get("/en/checkout/check").page()).contains(prefecture);
    }

    @Test
    void goingAbroadAndBackLosesNothing() {
        Guest guest = buyer();

        Answer abroad = sends(guest, "prefecture", "13", "action", "abroad");
        assertThat(abroad.location()).isEqualTo("/en/checkout?to=abroad");
        guest.get(abroad.location());
        assertThat(guest.offered(CHECKOUT).fields().getFirst("name")).isEqualTo("Name");
        Answer back =
                guest.post(CHECKOUT, "country", "DE", "address", "Street 1", "action", "japan");

        guest.get(back.location());
        assertThat(guest.offered(CHECKOUT).fields().toSingleValueMap())
                .containsEntry("email", "name@example.org")
                .containsEntry("prefecture", "13")
                .containsEntry("city", "渋谷区");
    }

    @Test
    void aReloadOfTheCheckPageInTheOtherLanguageStaysThere() {
        Guest guest = buyer();
        sends(guest, "prefecture", "13");
        Answer refused = guest.at("/en/checkout/check").post("/en/orders", "total", "1");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("href=\"/ja/checkout/check\"");
    }

    @ParameterizedTest
    @CsvSource({"gift=free, 1500", "amount=, ''"})
    void asksWhichGiftIsMeant(String meant, String given) {
        Guest guest = buyer();

        Answer asked = guest.at("/en/cart").post("/en/cart/gift", "gift", "none", "amount", "1500");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(guest.post("/en/cart/gift", "meant", meant).location()).startsWith("/en/cart");
        assertThat(guest.at("/en/cart").offered("/en/cart/gift").fields().getFirst("amount"))
                .isEqualTo(given);
    }

    private Guest buyer() {
        Guest guest = new Guest(port);
        guest.at("/en/products/lap-blanket").post("/en/cart/lines");
        return guest.at(CHECKOUT);
    }

    private static Answer sends(Guest guest, String... more) {
        String[] all = {
            "email",
            "name@example.org",
            "name",
            "Name",
            "postalCode",
            "150-0001",
            "city",
            "渋谷区",
            "street",
            "1-2-3"
        };
        String[] answers = java.util.Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, answers, all.length, more.length);
        return guest.post(CHECKOUT, answers);
    }
}
