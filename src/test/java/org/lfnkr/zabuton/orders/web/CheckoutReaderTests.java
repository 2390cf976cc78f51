package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.web.CheckoutAnswers.Bad;
import org.lfnkr.zabuton.orders.web.CheckoutAnswers.Good;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.web.Choice;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class CheckoutReaderTests {

    private static final PostalCodes CODES = new PostalCodes();

    @ParameterizedTest
    @ValueSource(strings = {"1500001", "150-0001", "１５０－０００１", " 150 0001 ", "〒150ー0001"})
    void understandsAPostalCodeHoweverItIsTyped(String typed) {
        assertThat(good(Map.of("postalCode", typed)).delivery().postalCode()).isEqualTo("1500001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野 髙﨑", "名", "A", "O’Brien-van der Berg", "神\uFA19"})
    void keepsTheVeryCharactersOfAName(String name) {
        assertThat(good(Map.of("name", "　" + name + " ")).delivery().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "DE"})
    void saysWhatAReceiptCannotShow(String country) {
        assertThat(bad(Map.of("country", country, "name", "สมชาย")))
                .contains(Problem.of("name", "papers.unprintable", "ส ม ช า ย"));
    }

    @Test
    void widensHalfWidthKana() {
        assertThat(good(Map.of("name", "ｶﾞ ﾊﾟ")).delivery().name()).isEqualTo("ガ パ");
    }

    @Test
    void understandsAMailAddressInFullWidth() {
        assertThat(good(Map.of("email", "ｎａｍｅ＠ＥＸＡＭＰＬＥ．ｏｒｇ")).email().value())
                .isEqualTo("name@example.org");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(good(Map.of("name", "𠮷".repeat(100))).delivery().name()).hasSize(200);
        assertThat(bad(Map.of("name", "𠮷".repeat(101))))
                .extracting(Problem::field)
                .containsExactly("name");
    }

    @Test
    void namesEveryMissingAnswerInTheOrderOfThePage() {
        assertThat(CheckoutReader.read(Map.of(), CODES))
                .asInstanceOf(type(Bad.class))
                .extracting(answers -> answers.problems().stream().map(Problem::field).toList())
                .isEqualTo(List.of("email", "name", "postalCode", "prefecture", "city", "street"));
    }

    @Test
    void asksAbroadForACountryAndLinesOnly() {
        assertThat(bad(Map.of("country", "", "postalCode", "", "address", "")))
                .extracting(Problem::field)
                .containsExactly("country", "address");
        assertThat(
                        good(Map.of(
                                        "country",
                                        "DE",
                                        "postalCode",
                                        "10115",
                                        "address",
                                        "Street 1\nCity"))
                                .delivery()
                                .destination()
                                .prefecture())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b", "a b@example.org", "@example.org", "a@example", "a@@example.org"})
    void refusesWhatIsNoMailAddress(String typed) {
        assertThat(bad(Map.of("email", typed))).extracting(Problem::field).containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource({
        "prefecture, 27, city, 渋谷区, prefecture=13, sure=27:13",
        "prefecture, 13, city, 大阪府大阪市北区, prefecture=27, sure=13:27",
    })
    void asksWhichPrefectureIsMeant(
            String field, String chosen, String other, String text, String one, String two) {
        Map<String, String> answers = Map.of(field, chosen, other, text);

        assertThat(bad(answers)).singleElement().satisfies(asked -> asks(asked, one, two));
        assertThat(good(with(answers, two)).delivery().prefecture()).isEqualTo(chosen);
    }

    @Test
    void takesUpThePrefectureThatIsMeant() {
        assertThat(good(with(Map.of("prefecture", "27"), "prefecture=13")).delivery().prefecture())
                .isEqualTo("13");
        assertThat(bad(with(Map.of("prefecture", "01"), "sure=27:13"))).hasSize(1);
    }

    @Test
    void asksWhichCountryIsMeant() {
        Map<String, String> answers =
                Map.of("country", "DE", "address", "Gasse 1\n1010 Wien\nAUSTRIA");

        assertThat(bad(answers))
                .singleElement()
                .satisfies(asked -> asks(asked, "country=AT", "sure=DE:AT"));
        assertThat(good(with(answers, "country=AT")).delivery().country()).isEqualTo("AT");
        assertThat(good(with(answers, "sure=DE:AT")).delivery().country()).isEqualTo("DE");
        assertThat(bad(with(answers, "sure=FR:AT"))).hasSize(1);
        assertThat(bad(Map.of("country", "DE", "address", "1-2-3, Shibuya, 日本"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"498-0000, 23, 24, 13", "618-0000, 26, 27, 13", "871-0000, 40, 44, 13"})
    void asksNothingWhereACodeSpansPrefectures(String code, String one, String two, String none) {
        for (String chosen : List.of(one, two)) {
            assertThat(good(with(Map.of("postalCode", code), "prefecture=" + chosen)).delivery())
                    .extracting(Delivery::prefecture)
                    .isEqualTo(chosen);
        }
        assertThat(bad(with(Map.of("postalCode", code), "prefecture=" + none))).hasSize(1);
    }

    @Test
    void asksNothingWhereACodeIsUnknownOrTheCountryIsTheChosenOne() {
        assertThat(good(Map.of("postalCode", "0000000")).delivery().prefecture()).isEqualTo("13");
        assertThat(
                        good(Map.of("country", "DE", "address", "Street 1\nGERMANY"))
                                .delivery()
                                .country())
                .isEqualTo("DE");
    }

    @Test
    void whatGoesToSomebodyElseKnowsBoth() {
        Good good = good(toAnother(Map.of("toName", "Friend", "message", "Hi!")));

        assertThat(good.delivery().toAnother()).isTrue();
        assertThat(good.delivery().name()).isEqualTo("Friend");
        assertThat(good.delivery().destination().prefecture()).isEqualTo("27");
        assertThat(good.delivery().message()).isEqualTo("Hi!");
        assertThat(good.delivery().from()).isEmpty();
        assertThat(good.delivery().home().name()).isEqualTo("Name");
        assertThat(good.delivery().home().destination().prefecture()).isEqualTo("13");
        assertThat(good(toAnother(Map.of("named", "yes"))).delivery().from()).isEqualTo("Name");
    }

    @Test
    void somebodyElseMayLiveAbroad() {
        Map<String, String> abroad = Map.of("toCountry", "DE", "toAddress", "Street 1\nBerlin");

        assertThat(good(toAnother(abroad)).delivery().destination().country()).isEqualTo("DE");
    }

    /** What was typed of somebody else stays in the draft when the parcel goes to the buyer. */
    @Test
    void withoutTheChoiceTheBuyerGetsItWhateverWasTyped() {
        Good good = good(Map.of("toName", "Friend", "named", "yes"));

        assertThat(good.delivery().toAnother()).isFalse();
        assertThat(good.delivery().name()).isEqualTo("Name");
        assertThat(good.delivery().from()).isEmpty();
    }

    @Test
    void namesWhatIsMissingOfSomebodyElseByItsOwnFields() {
        assertThat(bad(Map.of("recipient", "another")))
                .extracting(Problem::field)
                .containsExactly("toName", "toPostalCode", "toPrefecture", "toCity", "toStreet");
        assertThat(bad(Map.of("recipient", "another")))
                .extracting(Problem::key)
                .allMatch(key -> key.startsWith("orders.checkout.to."));
        assertThat(bad(toAnother(Map.of("toPrefecture", "01"))))
                .singleElement()
                .satisfies(asked -> asks(asked, "toPrefecture=27", "toSure=01:27"));
        assertThat(good(toAnother(Map.of("toPrefecture", "01", "toSure", "01:27"))).delivery())
                .extracting(Delivery::prefecture)
                .isEqualTo("01");
    }

    @Test
    void readsWhenItIsWished() {
        assertThat(good(Map.of("day", "", "slot", "")).arrival()).isEqualTo(DeliveryWish.NONE);
        assertThat(good(Map.of("day", "2026-12-03", "slot", "FROM_16")).arrival())
                .isEqualTo(new DeliveryWish(LocalDate.of(2026, 12, 3), DeliverySlot.FROM_16));
    }

    @ParameterizedTest
    @CsvSource({"day, 2026-02-30", "day, soon", "slot, FROM_3"})
    void refusesWhatIsNoDayAndNoHours(String field, String typed) {
        assertThat(bad(Map.of(field, typed))).extracting(Problem::field).containsExactly(field);
    }

    private static Map<String, String> toAnother(Map<String, String> answers) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "recipient", "another",
                                "toName", "Friend",
                                "toPostalCode", "5300001",
                                "toPrefecture", "27",
                                "toCity", "City",
                                "toStreet", "4-5-6"));
        all.putAll(answers);
        return all;
    }

    private static void asks(Problem asked, String one, String two) {
        assertThat(asked.choices()).extracting(Choice::answers).containsExactly(one, two);
    }

    private static Map<String, String> with(Map<String, String> answers, String choice) {
        Map<String, String> all = new HashMap<>(answers);
        String[] pair = choice.split("=");
        all.put(pair[0], pair[1]);
        return all;
    }

    private static Good good(Map<String, String> answers) {
        return (Good) CheckoutReader.read(complete(answers), CODES);
    }

    private static List<Problem> bad(Map<String, String> answers) {
        return ((Bad) CheckoutReader.read(complete(answers), CODES)).problems();
    }

    private static Map<String, String> complete(Map<String, String> answers) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "email", "name@example.org",
                                "name", "Name",
                                "postalCode", "1500001",
                                "prefecture", "13",
                                "city", "City",
                                "street", "1-2-3"));
        all.putAll(answers);
        return all;
    }
}
