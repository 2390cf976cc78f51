package org.lfnkr.zabuton.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodesTests {

    private static final PostalCodes CODES = new PostalCodes();

    @Test
    void findsTheTown() {
        assertThat(CODES.lookup("1040061"))
                .containsExactly(new PostalTown("13", "東京都", "中央区", "銀座"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"104-0061", "１０４００６１", "１０４－００６１", "〒104‐0061", " 104 0061 ", "104ー0061"})
    void understandsEveryWayToTypeIt(String typed) {
        assertThat(CODES.lookup(typed)).extracting(PostalTown::town).containsExactly("銀座");
        assertThat(PostalCode.parse(typed)).hasToString("Optional[104-0061]");
    }

    @Test
    void offersAChoiceWhereACodeSpansPrefectures() {
        assertThat(CODES.lookup("6180000"))
                .extracting(PostalTown::prefecture)
                .containsExactly("京都府", "大阪府");
    }

    @Test
    void findsTheTownOfABuildingWithCodesOfItsOwn() {
        assertThat(CODES.lookup("1006031"))
                .containsExactly(new PostalTown("13", "東京都", "千代田区", "霞が関霞が関ビル"));
    }

    @Test
    void leavesTheTownOpenWhereTheCodeIsTheMunicipalitys() {
        assertThat(CODES.lookup("0600000"))
                .containsExactly(new PostalTown("01", "北海道", "札幌市中央区", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "104", "10400611", "abcdefg", "0000000", "9999999", "-1040061-1"})
    void knowsNothingOfWhatIsNoCode(String typed) {
        assertThat(CODES.lookup(typed)).isEmpty();
    }

    @Test
    void coversEveryPrefecture() {
        for (Prefecture prefecture : Prefecture.values()) {
            assertThat(Prefecture.of(prefecture.code())).contains(prefecture);
        }
        assertThat(CODES.lookup("9000000")).first().extracting("prefecture").isEqualTo("沖縄県");
    }
}
