package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is done to the cart is said on it, where the focus goes. */
@ModuleTest
class CartNewsPageTests {

    @Autowired Messages messages;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void eachActIsSaid(Language language) {
        Guest guest = new Guest(port);
        String cart = "/" + language.tag() + "/cart";

        guest.at("/" + language.tag() + "/products/coaster-set?colour=indigo");
        assertSaid(
                guest,
                guest.post(cart + "/lines", "quantity", "2"),
                "more",
                pieces(2, language),
                language);
        String line = line(guest).replace("/en/", "/" + language.tag() + "/");
        guest.at(cart);
        assertSaid(guest, guest.post(line, "quantity", "3"), "more", pieces(3, language), language);
        assertSaid(guest, guest.post(line, "quantity", "1"), "fewer", one(language), language);
        assertSaid(
                guest,
                guest.post(cart + "/gift", "gift", "free", "amount", "500"),
                "gift",
                "",
                language);
        assertSaid(
                guest,
                guest.post(cart + "/gift", "gift", "none", "amount", ""),
                "no-gift",
                "",
                language);
        assertSaid(guest, guest.postUnasked(line, "quantity", "0"), "removed", "", language);
    }

    @Test
    void whatChangesNothingSaysNothing() {
        Guest guest = new Guest(port);
        guest.at("/en/products/coaster-set?colour=indigo");
        guest.post("/en/cart/lines", "quantity", "2");

        guest.at("/en/cart");
        assertThat(guest.post(line(guest), "quantity", "2").location()).isEqualTo("/en/cart");
    }

    /** What a page offered before the cart changed in another tab, or what none ever offered. */
    @ParameterizedTest
    @EnumSource
    void aGiftThatIsNoneIsRefusedInWords(Language language) {
        Guest guest = new Guest(port);
        String cart = "/" + language.tag() + "/cart";
        guest.at("/" + language.tag() + "/products/lap-blanket");
        guest.post(cart + "/lines", "quantity", "1");
        guest.at(cart).post(cart + "/gift", "gift", "free", "amount", "700");

        assertRefused(guest.at(cart).post(cart + "/gift", "gift", "7"), "unknown", language);
        assertRefused(
                guest.at(cart).postUnasked(cart + "/gift", "gift", "100", "cover", "yes"),
                "round",
                language,
                12_800);
        assertThat(guest.get(cart).page())
                .containsPattern(messages.text("orders.gift", language) + "</dt><dd>¥700<");
    }

    private void assertRefused(
            Guest.Answer answer, String why, Language language, Object... arguments) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(messages.text("orders.gift." + why, language, arguments));
    }

    @Test
    void aGiftWithoutGoodsIsNotSaidToBeSet() {
        Guest guest = new Guest(port);

        Guest.Answer act = guest.postUnasked("/en/cart/gift", "gift", "free", "amount", "500");

        assertThat(guest.follow(act).html()).doesNotContain("id=\"told\"");
    }

    /** A cookie that came too late or was made up says nothing that isn't so. */
    @ParameterizedTest
    @ValueSource(strings = {"more", "fewer.7", "gift", "sold", "removed<b>", ""})
    void whatTheCartContradictsIsNotSaid(String said) {
        Guest guest = new Guest(port);
        guest.plant("__Host-told", "orders.said." + said);

        Guest.Answer page = guest.get("/en/cart");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).doesNotContain("id=\"told\"");
    }

    private static String line(Guest guest) {
        String page = guest.get("/en/cart").html();
        String path = "/en/cart/lines/";
        int from = page.indexOf(path);
        return page.substring(from, from + path.length() + 36);
    }

    private static String pieces(int number, Language language) {
        return switch (language) {
            case EN -> "In your cart: " + number + " × Set of four coasters, Indigo.";
            case JA -> "カートにコースター 4枚セット（藍）が" + number + "点入っています。";
        };
    }

    private static String one(Language language) {
        return switch (language) {
            case EN -> "Changed: 1 × Set of four coasters, Indigo.";
            case JA -> "コースター 4枚セット（藍）を1点に変更しました。";
        };
    }

    private void assertSaid(
            Guest guest, Guest.Answer act, String what, String name, Language language) {
        assertThat(act.status()).isEqualTo(303);
        assertThat(act.location()).endsWith("/cart#told");
        String shown = guest.follow(act).html();
        assertThat(guest.follow(act).html()).as("told once").doesNotContain("id=\"told\"");
        int from = shown.indexOf("id=\"told\" role=\"status\" tabindex=\"-1\">");
        assertThat(from).as(what).isPositive();
        String words = shown.substring(shown.indexOf('>', from) + 1, shown.indexOf("</p>", from));
        assertThat(words)
                .isEqualTo(name.isEmpty() ? messages.text("orders.said." + what, language) : name);
    }
}
