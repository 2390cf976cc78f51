package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.orders.web.CheckoutAnswers.Bad;
import org.lfnkr.zabuton.orders.web.CheckoutAnswers.Good;
import org.lfnkr.zabuton.web.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class CheckoutReaderTests {

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
        assertThat(CheckoutReader.read(Map.of()))
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

    private static Good good(Map<String, String> answers) {
        return (Good) CheckoutReader.read(complete(answers));
    }

    private static List<Problem> bad(Map<String, String> answers) {
        return ((Bad) CheckoutReader.read(complete(answers))).problems();
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
