package org.lfnkr.zabuton.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.stream.Collectors;

@ModuleTest
class GiftTermsModuleTests {

    private static final List<String> WORDS =
            List.of(
                    "purpose.1",
                    "purpose.2",
                    "purpose.3",
                    "use.1",
                    "use.2",
                    "regular.1",
                    "regular.2",
                    "back.1",
                    "receipt.1",
                    "agreement",
                    "agreement.foster-children",
                    "agreement.food",
                    "agreement.general");

    @Autowired Messages messages;
    @Autowired GiftTerms terms;

    /** Whoever changes the words sets a new day there and the new fingerprints here. */
    @Test
    void newWordsComeWithANewVersion() {
        assertThat(GiftTerms.VERSION).isEqualTo("2026-11-22");
        assertThat(words(Language.EN)).isEqualTo(-834043449);
        assertThat(words(Language.JA)).isEqualTo(-1306319224);
    }

    @Test
    void namesThePurposeInTheAgreement() {
        assertThat(terms.agreement(Language.EN)).contains("rice");
        assertThat(terms.agreement(Language.JA)).contains("難民のための米");
    }

    private int words(Language language) {
        return WORDS.stream()
                .map(key -> messages.text("content.gift-terms." + key, language))
                .collect(Collectors.joining("\n"))
                .hashCode();
    }
}
