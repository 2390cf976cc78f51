package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberLineTests {

    private static final NumberColumns COLUMNS = new NumberColumns(2, 4);

    private static NumberLine read(String line) {
        return NumberLine.read("no,order,where,number\n" + line, COLUMNS).getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,ABCDE-12345,Somewhere 7,4444-5555",
                "1\tABCDE-12345\tSomewhere, 7; upstairs\t4444-5555",
                "1;ABCDE-12345;Somewhere, 7;4444-5555",
                "1,\"ABCDE-12345\",\"Somewhere, 7; \"\"upstairs\"\"\",4444-5555,more",
                "1,ABCDE-12345,An inch is 1\" long,4444-5555",
            })
    void aLineIsReadByItsOwnSeparator(String line) {
        NumberLine read = read(line);

        assertThat(read.place()).isEqualTo(2);
        assertThat(read.written()).isEqualTo("ABCDE-12345,4444-5555");
        assertThat(read.reference()).isNotEmpty();
        assertThat(read.number()).isNotNull();
    }

    /** Of a line that can't be read, nothing is guessed. */
    @Test
    void aBrokenLineNamesNoOrder() {
        NumberLine read = read("1,\"ABCDE-12345,Somewhere 7,4444-5555");

        assertThat(read.reference()).isEmpty();
        assertThat(read.number()).isNull();
    }
}
