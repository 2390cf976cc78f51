package org.lfnkr.zabuton.shipping.tariffs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.FormReader;
import org.lfnkr.zabuton.web.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What staff write of a zone.
 *
 * @param freeFrom goods of that price and above travel free; null: never
 * @param minDays from the payment to the arrival at best
 * @param maxDays the same at worst
 */
record ZoneDraft(Bilingual name, @Nullable Money freeFrom, int minDays, int maxDays) {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 120;

    /** What was typed, and what is wrong with it. */
    record Read(ZoneDraft draft, List<Problem> problems) {}

    static Read read(Map<String, String> typed) {
        FormReader reader = new FormReader(typed);
        ZoneDraft draft =
                new ZoneDraft(
                        reader.words("name", LONGEST_NAME),
                        typed.getOrDefault("freeFrom", "").isBlank()
                                ? null
                                : reader.sum("freeFrom", 1),
                        reader.number("minDays", 1, MOST_DAYS),
                        reader.number("maxDays", 1, MOST_DAYS));
        List<Problem> problems = new ArrayList<>(reader.problems());
        if (problems.isEmpty() && draft.maxDays < draft.minDays) {
            problems.add(Problem.of("maxDays", "shipping.wrong.days"));
        }
        return new Read(draft, List.copyOf(problems));
    }

    /** As the form shows it. */
    Map<String, String> values() {
        return Map.of(
                "nameEn",
                name.en(),
                "nameJa",
                name.ja(),
                "freeFrom",
                freeFrom == null ? "" : "" + freeFrom.yen(),
                "minDays",
                "" + minDays,
                "maxDays",
                "" + maxDays);
    }
}
