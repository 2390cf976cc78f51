package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.web.Problem;

/** What became of a wish to have a draft approved. */
sealed interface AskResult {

    /** It waits for somebody else. */
    record Asked() implements AskResult {}

    /** It is no draft any more. */
    record Over() implements AskResult {}

    /**
     * The fund has too little.
     *
     * @param preview of what it has
     */
    record TooLittle(Preview preview) implements AskResult {

        /** What the page says of it, behind {@code disbursements.too-little}. */
        static String why(Preview preview) {
            boolean young = preview.young().isPositive();
            boolean expected = preview.expected().isPositive();
            return young && expected ? ".both" : young ? ".young" : expected ? ".expected" : "";
        }

        Problem problem() {
            return Problem.of(
                    "ask",
                    "disbursements.too-little" + why(preview),
                    preview.has().inFigures(),
                    preview.young().inFigures(),
                    preview.expected().inFigures());
        }
    }
}
