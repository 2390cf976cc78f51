package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.payments.plans.WishResult;

import java.util.Arrays;
import java.util.Locale;

/** Carries over a redirect what became of a wish; the page says it in its own words. */
final class WishNotice {

    private static final String NOTED = "noted";

    /** It would be like this already, or can't be changed any more. */
    static final String UNCHANGED = query(new WishResult.Refused(WishResult.Reason.USED_TERMS));

    private WishNotice() {}

    /** What follows the path of the page, whose focus goes to the notice. */
    static String query(WishResult result) {
        return "?told="
                + switch (result) {
                    case WishResult.Noted noted -> NOTED;
                    case WishResult.Refused refused -> code(refused.reason());
                }
                + "#told";
    }

    /** The message's key; empty for anything that we did not write into the address. */
    static String key(String told) {
        boolean known =
                told.equals(NOTED)
                        || Arrays.stream(WishResult.Reason.values())
                                .anyMatch(reason -> code(reason).equals(told));
        return known ? "giving.mine.told." + told : "";
    }

    private static String code(WishResult.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
