package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.web.Told;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What became of a wish; the page says it in its own words, once. */
public final class WishNotice {

    private static final String TOLD = "giving.mine.told.";
    private static final String NOTED = TOLD + "noted";
    private static final String MADE = TOLD + "made";

    /** It would be like this already, or can't be changed any more. */
    static final WishResult UNCHANGED = new WishResult.Refused(WishResult.Reason.USED_TERMS);

    /** The messages of all that may be told. */
    private static final List<String> KEYS =
            Stream.concat(
                            Stream.of(NOTED, MADE),
                            Arrays.stream(WishResult.Reason.values()).map(WishNotice::key))
                    .toList();

    private WishNotice() {}

    /**
     * Leads to the plan's page, whose focus goes to the notice.
     *
     * @param here its path, with the language
     */
    public static Rendering on(ServerWebExchange exchange, String here, WishResult result) {
        return Told.on(
                exchange,
                here,
                switch (result) {
                    case WishResult.Noted noted -> NOTED;
                    case WishResult.Refused refused -> key(refused.reason());
                });
    }

    /**
     * What is to be told of a plan. A change is told until it is made, and then that it is: the
     * page shows itself again by then.
     *
     * @param pending whether a change is on its way
     */
    public static @Nullable String take(ServerWebExchange exchange, boolean pending) {
        String told = Told.take(exchange, KEYS);
        if (!NOTED.equals(told) && !MADE.equals(told)) {
            return told;
        }
        if (!pending) {
            return MADE;
        }
        Told.next(exchange, MADE);
        return NOTED.equals(told) ? NOTED : null;
    }

    private static String key(WishResult.Reason reason) {
        return TOLD + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
