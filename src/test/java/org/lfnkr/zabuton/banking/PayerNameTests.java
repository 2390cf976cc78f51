package org.lfnkr.zabuton.banking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class PayerNameTests {

    @ParameterizedTest
    @CsvSource({
        "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ, ストライプジャパン株式会社",
        "ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ, 株式会社ヤマダショウテン",
        "ﾔﾏﾀﾞ ﾊﾅｺ, やまだはなこ",
        "ﾔﾏﾀﾞ ﾊﾅｺ, ヤマダ　ハナコ",
        "ﾀﾛ-, タロー",
        "ﾄｸﾋ)ﾐﾎﾝ, トクヒ）ミホン",
        "yamada hanako, ＹＡＭＡＤＡ　ＨＡＮＡＫＯ",
    })
    void twoSpellingsOfOneNameAreTheSame(String bank, String person) {
        assertThat(new Payer(PayerName.fold(bank)).is(person)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ﾔﾏﾀﾞ ﾊﾅｺ, ヤマダ ハナエ", "ﾊﾊ, パパ", "ﾔﾏﾀﾞ, 山田", "ｶﾄｳ, トウ"})
    void otherNamesAreNot(String bank, String person) {
        assertThat(new Payer(PayerName.fold(bank)).is(person)).isFalse();
    }

    @Test
    void nobodyIsNobody() {
        assertThat(new Payer("").is("")).isFalse();
        assertThat(new Payer("ヤマダ")).asString().doesNotContain("ヤマダ");
    }

    @Test
    void referencesAreFoundWhereverTheyStand() {
        assertThat(new RowText("7K3M9QXT4B ﾔﾏﾀﾞ ﾊﾅｺ", "").references())
                .containsExactly("7K3M9-QXT4B");
        assertThat(new RowText("ﾔﾏﾀﾞ ﾊﾅｺ", "7K3M9-QXT4B").references())
                .isEqualTo(List.of("7K3M9-QXT4B"));
        assertThat(new RowText("ﾔﾏﾀﾞ 12345", "").references()).isEmpty();
    }
}
