package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.web.Form;

/** What somebody typed who wishes for a policy. */
sealed interface PolicyWish {

    record Whole(PolicyDraft draft) implements PolicyWish {}

    /** Something is missing or wrong; the form says what. */
    record Lacking(Form form) implements PolicyWish {}
}
