package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;

/** How sums stand in a line, as browsers break it. */
class AmountsTests {

    @ParameterizedTest
    @ValueSource(longs = {-1_234_567, -300, 0, 3_200})
    void noLineEndsWithinASum(long yen) {
        String sum = new Formats().yen(Money.yen(yen));
        String text = "合計は" + sum + "です";
        BreakIterator lines = BreakIterator.getLineInstance(ULocale.JAPANESE);
        lines.setText(text);

        for (int place = text.indexOf(sum) + 1; place < text.indexOf("です"); place++) {
            assertThat(lines.isBoundary(place)).as(sum + " at " + place).isFalse();
        }
    }
}
