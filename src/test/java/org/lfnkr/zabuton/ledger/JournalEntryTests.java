package org.lfnkr.zabuton.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class JournalEntryTests {

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                Source.decision("test"), LocalDate.of(2026, 11, 22), "TEST", List.of(postings));
    }

    @Test
    void refusesPostingsThatDoNotAddUpToZero() {
        assertThatThrownBy(
                        () ->
                                entry(
                                        new Posting(Account.STRIPE_BALANCE, null, 100),
                                        new Posting(Account.SALES, Fund.FOOD, -99)))
                .hasMessageContaining("add up");
    }

    @Test
    void refusesASinglePosting() {
        assertThatThrownBy(() -> entry(new Posting(Account.STRIPE_BALANCE, null, 100)))
                .hasMessageContaining("two postings");
    }

    @Test
    void refusesIncomeThatBelongsToNoFund() {
        assertThatThrownBy(() -> new Posting(Account.SALES, null, -100))
                .hasMessageContaining("fund");
    }

    @Test
    void refusesAnAssetThatBelongsToAFund() {
        assertThatThrownBy(() -> new Posting(Account.STRIPE_BALANCE, Fund.FOOD, 100))
                .hasMessageContaining("fund");
    }

    @Test
    void refusesACodeThatNoRowCanHave() {
        assertThatThrownBy(() -> new Fund("Food")).hasMessageContaining("No code");
        assertThatThrownBy(() -> new Account("", Account.Nature.ASSET))
                .hasMessageContaining("No code");
    }

    @Test
    void refusesAFactWithoutAReference() {
        assertThatThrownBy(() -> Source.stripe(" ")).hasMessageContaining("reference");
    }
}
