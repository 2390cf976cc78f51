package org.lfnkr.zabuton.receipts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.util.LinkedMultiValueMap;

import java.util.List;
import java.util.Map;

class AddresseeReaderTests {

    @Test
    void readsAPersonOrAGroup() {
        assertThat(read(false, "name", " 名　前 ", "address", "東京都").addressee())
                .isEqualTo(new Addressee("名 前", false, "東京都"));
        assertThat(read(false, "name", "組", "group", "yes").addressee())
                .isEqualTo(new Addressee("組", true, ""));
    }

    @Test
    void aCertificateWantsTheAddressOfTheGiver() {
        assertThat(read(false, "name", "Name").form().failed()).isFalse();
        assertThat(problems(read(true, "name", "Name", "address", " ")))
                .containsExactly("receipts.address.missing");
        assertThat(read(true, "name", "Name", "address", "Tokyo").form().failed()).isFalse();
    }

    @Test
    void whatThePaperCannotShowIsSaidBesideItsField() {
        assertThat(problems(read(false, "name", "สม", "address", "🌸")))
                .containsExactly("papers.unprintable", "papers.unprintable");
    }

    private static List<String> problems(AddresseeReader read) {
        return read.form().errors().stream().map(Problem::key).toList();
    }

    private static AddresseeReader read(boolean certified, String... answers) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            typed.putAll(Map.of(answers[i], List.of(answers[i + 1])));
        }
        return AddresseeReader.read(typed, certified);
    }
}
