package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;

import java.util.stream.Stream;

class TypedNumberTests {

    static Stream<String> hostile() {
        return HostileNumbers.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readsNoSumFromWhatIsNone(String typed) {
        assertThat(TypedNumber.sum(typed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void countsNothingFromWhatIsNoCount(String typed) {
        assertThat(TypedNumber.count(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2500|2500",
                "２５００|2500",
                "２5００|2500",
                "2,500|2500",
                "２，５００|2500",
                "2，500|2500",
                "1,000,000|1000000",
                "¥2,500|2500",
                "￥２，５００円|2500",
                "¥ 2500|2500",
                "2500 円|2500",
                "' 2500 '|2500",
                "'\u30002500\u00a0'|2500",
                "0|0",
                "0500|500",
                "000000000000000500|500",
                "999999999999|999999999999",
                "9999999999999|999999999999",
                "99999999999999999999999999|999999999999"
            })
    void readsASumInAnyWidth(String typed, long yen) {
        assertThat(TypedNumber.sum(typed)).contains(Money.yen(yen));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "３,3", "' 12 ',12", "007,7", "0,0", "99999999999999999999,2147483647"})
    void countsInAnyWidth(String typed, int count) {
        assertThat(TypedNumber.count(typed)).contains(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "１，０００", "¥3", "3円", "3点"})
    void countsWithoutAnySeparatorOrUnit(String typed) {
        assertThat(TypedNumber.count(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "１２３４５６", "123 456", "123-456", "１２３ー４５６", "123\u3000456"})
    void readsTheDigitsOfACodeHoweverTheyAreGrouped(String typed) {
        assertThat(TypedNumber.codeDigits(typed)).isEqualTo("123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123.456", "123,456", "¥123456", "12345a", "", " "})
    void readsNoCodeFromAnythingElse(String typed) {
        assertThat(TypedNumber.codeDigits(typed)).isEmpty();
    }

    @Test
    void isNotHeldUpByEndlessSpaces() {
        assertThat(TypedNumber.sum(" ".repeat(1_000_000) + "x")).isEmpty();
    }
}
