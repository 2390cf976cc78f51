package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.Ripe;
import org.lfnkr.zabuton.web.Formats;
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

        /** Why it has, and from when it can spend how much. */
        static Problem problem(Preview preview, Formats formats) {
            boolean expected = preview.expected().isPositive();
            String key = "disbursements.too-little";
            String has = preview.has().inFigures();
            String awaited = preview.expected().inFigures();
            Ripe ripe = preview.ripe();
            if (ripe == null) {
                return Problem.of("ask", key + (expected ? ".expected" : ""), has, "", awaited);
            }
            return Problem.of(
                    "ask",
                    key + (expected ? ".both" : ".young"),
                    has,
                    preview.young().inFigures(),
                    awaited,
                    preview.available().inFigures(),
                    ripe.yen().inFigures(),
                    formats.date(ripe.from()));
        }
    }
}
