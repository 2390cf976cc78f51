package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A checkout for somebody else, and for a wished day. */
@ModuleTest
class RecipientPageTests {

    private static final Pattern DAY = Pattern.compile("<option value=\"(\\d{4}-\\d\\d-\\d\\d)\"");
    private static final String[] MINE = {
        "email", "recipient-page@example.org", "name", "Buyer", "postalCode", "1500001",
        "prefecture", "13", "city", "City", "street", "1-2-3"
    };
    private static final String[] THEIRS = {
        "toName",
        "Friend",
        "toPostalCode",
        "0600001",
        "toPrefecture",
        "01",
        "toCity",
        "Sapporo",
        "toStreet",
        "4-5-6"
    };

    @Autowired Messages messages;
    @LocalServerPort int port;

    private static String[] all(String[]... answers) {
        return Stream.of(answers).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void theFieldsStandThereOnlyWhenChosenAndKeepWhatWasTyped(Language language) {
        String checkout = "/" + language.tag() + "/checkout";
        Guest buyer = buyer(language).at(checkout);
        assertThat(buyer.get(checkout).page()).doesNotContain("id=\"toName\"");

        String chosen = buyer.post(checkout, all(MINE, action("another"))).location();
        String page = buyer.at(chosen.replaceFirst("#.*", "")).get(checkout).page();
        assertThat(page).contains("id=\"toName\"", "value=\"Buyer\"", "value=\"1-2-3\"");

        buyer.post(checkout, all(THEIRS, action("myself")));
        assertThat(buyer.get(checkout).page())
                .doesNotContain("id=\"toName\"", "Friend")
                .contains("value=\"Buyer\"");

        buyer.at(checkout).post(checkout, action("another"));
        assertThat(buyer.get(checkout).page()).contains("value=\"Friend\"", "value=\"4-5-6\"");
    }

    @ParameterizedTest
    @EnumSource
    void theLastScreenShowsBothAndReckonsForWhereItGoes(Language language) {
        String root = "/" + language.tag();
        Guest buyer = toAnother(language);

        assertThat(answer(buyer, language, all(MINE, THEIRS, action("check"))).location())
                .isEqualTo(root + "/checkout/check");
        String page = buyer.get(root + "/checkout/check").page();

        assertThat(page)
                .contains("Buyer", "1-2-3", "Friend", "Sapporo", "4-5-6", "¥900")
                .contains(messages.text("orders.check.from.nobody", language))
                .contains(messages.text("orders.wish.none", language))
                .doesNotContain("??");
    }

    @Test
    void aPostalCodeFillsInTheAddressOfItsOwnPart() {
        Guest buyer = toAnother(Language.JA);

        String page =
                answer(
                                buyer,
                                Language.JA,
                                all(
                                        MINE,
                                        new String[] {"toPostalCode", "1130024"},
                                        action("to-postal-code")))
                        .page();

        assertThat(page).containsPattern("id=\"toCity\"[^>]*value=\"文京区\"");
        assertThat(page).containsPattern("id=\"city\"[^>]*value=\"City\"");
    }

    @Test
    void somebodyElseAbroadIsAskedAsOneIsAbroad() {
        Guest buyer = toAnother(Language.EN);

        answer(buyer, Language.EN, all(MINE, action("to-abroad")));
        String page = buyer.get("/en/checkout").page();
        assertThat(page).contains("id=\"toCountry\"", "id=\"prefecture\"").doesNotContain("toCity");

        String[] abroad = {"toName", "Friend", "toCountry", "DE", "toAddress", "Street 1\nBerlin"};
        answer(buyer, Language.EN, all(MINE, abroad, action("check")));
        assertThat(buyer.get("/en/checkout/check").page())
                .contains("Berlin", "Germany", "¥3,500")
                .doesNotContain(messages.text("orders.wish", Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatCannotBeKeptIsAskedAgainWithEverythingTyped(Language language) {
        String checkout = "/" + language.tag() + "/checkout";
        Guest buyer = buyer(language);
        String first = firstDay(buyer.get(checkout).page());

        String[] tooEarly = {"day", "2020-01-01", "slot", "FROM_14", "action", "check"};
        answer(buyer, language, all(MINE, tooEarly));
        Guest.Answer asked = buyer.get(checkout + "/check");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page())
                .contains(messages.text("orders.checkout.day.gone", language), "value=\"Buyer\"")
                .containsPattern("value=\"FROM_14\"\\s+selected");

        answer(buyer, language, all(MINE, new String[] {"day", first}, action("check")));
        assertThat(buyer.get(checkout + "/check").page())
                .contains("14:00".repeat(language == Language.EN ? 1 : 0))
                .contains(messages.text("orders.wish", language));
    }

    /** To Okinawa what is light goes by letter post. */
    @Test
    void whereTheCarrierTakesNoWishNoneIsAskedForAndNoneCounts() {
        Guest buyer = buyer(Language.EN);
        String first = firstDay(buyer.get("/en/checkout").page());
        String[] okinawa = {"postalCode", "9000001", "prefecture", "47", "day", first};

        answer(buyer, Language.EN, all(MINE, okinawa, action("check")));

        assertThat(buyer.get("/en/checkout/check").page())
                .contains(messages.text("orders.wish.impossible", Language.EN));
        assertThat(buyer.get("/en/checkout").page()).doesNotContain("id=\"day\"");
    }

    private static String firstDay(String page) {
        Matcher day = DAY.matcher(page);
        assertThat(day.find()).isTrue();
        return day.group(1);
    }

    private Guest buyer(Language language) {
        Guest buyer = new Guest(port);
        Checkout.puts(buyer, language, "/products/knit-hat?colour=wool", 1);
        return buyer;
    }

    private Guest toAnother(Language language) {
        Guest buyer = buyer(language);
        answer(buyer, language, all(MINE, action("another")));
        return buyer;
    }

    private static Guest.Answer answer(Guest buyer, Language language, String... answers) {
        String checkout = "/" + language.tag() + "/checkout";
        return buyer.at(checkout).post(checkout, answers);
    }

    private static String[] action(String action) {
        return new String[] {"action", action};
    }
}
