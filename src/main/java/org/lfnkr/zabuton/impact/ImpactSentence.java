package org.lfnkr.zabuton.impact;

/**
 * What is said of an impact, as message keys. The key follows from the state, so no page can say
 * "bought" of its own accord.
 *
 * @param key the sentence; its arguments are the amount it tells, the next unit, the amount that is
 *     funded, and without the outcome's name what of it was bought and what was delivered
 * @param amountKey the amount in words; its arguments are the units and the outcome's name
 * @param shortKey the same without the name
 * @param nextKey the next unit in words, for the remainder
 * @param remainderKey where what is left over goes; its arguments are the sum and the next unit
 */
public record ImpactSentence(
        String key, String amountKey, String shortKey, String nextKey, String remainderKey) {

    static ImpactSentence of(ImpactStory story) {
        String unit = story.price().unitKey();
        return new ImpactSentence(
                "impact.sentence." + Words.code(story.state()) + variant(story),
                "impact.amount." + unit,
                "impact.short." + unit,
                "impact.next." + unit,
                story.state() == ImpactState.COULD_FUND
                        ? "impact.remainder.could-fund"
                        : "impact.remainder");
    }

    private static String variant(ImpactStory story) {
        return switch (story.state()) {
            case PARTLY_BOUGHT -> "";
            case PARTLY_DELIVERED -> delivered(story.progress(), story.units());
            default -> amount(story);
        };
    }

    private static String delivered(Progress progress, long funded) {
        if (progress.bought() >= funded) {
            return ".whole";
        }
        return progress.delivered() == progress.bought() ? ".all" : "";
    }

    /** Less than one unit is neither rounded up nor called zero. */
    private static String amount(ImpactStory story) {
        if (story.told() > 0) {
            return "";
        }
        return story.money().isPositive() ? ".part" : ".none";
    }
}
