package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.web.Form;

/** What somebody typed who wishes for a target. */
sealed interface TargetWish {

    record Whole(FundTarget target) implements TargetWish {}

    /** Something is missing or wrong; the form says what. */
    record Lacking(Form form) implements TargetWish {}
}
