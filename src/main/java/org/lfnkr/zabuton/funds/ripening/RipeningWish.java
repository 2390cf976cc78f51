package org.lfnkr.zabuton.funds.ripening;

import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.lfnkr.zabuton.web.Form;

/** What somebody typed who wishes that money waits. */
sealed interface RipeningWish {

    record Whole(Ripening ripening) implements RipeningWish {}

    /** Something is missing or wrong; the form says what. */
    record Lacking(Form form) implements RipeningWish {}
}
