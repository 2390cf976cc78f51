package org.lfnkr.zabuton.funds.disbursements.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class TypedDecimalTests {

    @ParameterizedTest
    @CsvSource({"250, 250", "２５０．５, 250.5", "'1,250.00', 1250.00", "0.00175, 0.00175"})
    void readsWhatIsMeant(String typed, BigDecimal read) {
        assertThat(TypedDecimal.of(typed)).contains(read);
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "1 2", "1e4", "'1,25'", "1.", ".5", "'1.250,00'", "¥3", "''"})
    void readsNothingIntoAnythingElse(String typed) {
        assertThat(TypedDecimal.of(typed)).isEmpty();
    }
}
