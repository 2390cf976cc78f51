package org.lfnkr.zabuton.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** The law's list, written down here on its own, so that an item dropped there is missed here. */
@ModuleTest
class DisclosureModuleTests {

    private static final List<String> ASKED_FOR =
            List.of(
                    "販売業者",
                    "運営責任者",
                    "所在地",
                    "電話番号",
                    "メールアドレス",
                    "受付時間",
                    "販売価格",
                    "商品代金以外の必要料金",
                    "支払方法",
                    "支払時期",
                    "引渡時期",
                    "ご注文の取り消し",
                    "返品・交換",
                    "申込みの期間・数量の制限");

    @Autowired Disclosure disclosure;

    @Test
    void saysEverythingTheLawAsksFor() {
        assertThat(disclosure.entries(Language.JA))
                .extracting(Disclosure.Entry::term)
                .containsExactlyElementsOf(ASKED_FOR);
    }

    @Test
    void saysAsMuchInEnglish() {
        assertThat(disclosure.entries(Language.EN))
                .hasSameSizeAs(ASKED_FOR)
                .doesNotHaveDuplicates();
    }
}
