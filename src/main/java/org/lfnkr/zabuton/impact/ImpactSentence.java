package org.lfnkr.zabuton.impact;

import java.util.Locale;

/**
 * What is said of an impact, as message keys. The key follows from the state, so no page can say
 * "bought" of its own accord.
 *
 * @param key the sentence; its one argument is the amount in words
 * @param amountKey the amount in words; its arguments are the units and the outcome's name
 * @param nextKey the next unit in words, for the remainder
 * @param remainderKey where what is left over goes; its arguments are the sum and the next unit
 */
public record ImpactSentence(String key, String amountKey, String nextKey, String remainderKey) {

    static ImpactSentence of(ImpactStory story) {
        String unit = story.price().unitKey();
        return new ImpactSentence(
                "impact.sentence." + verb(story.state()) + amount(story),
                "impact.amount." + unit,
                "impact.next." + unit,
                story.state() == ImpactState.COULD_FUND
                        ? "impact.remainder.could-fund"
                        : "impact.remainder");
    }

    private static String verb(ImpactState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Less than one unit is neither rounded up nor called zero. */
    private static String amount(ImpactStory story) {
        if (story.units() > 0) {
            return "";
        }
        return story.money().isPositive() ? ".part" : ".none";
    }
}
