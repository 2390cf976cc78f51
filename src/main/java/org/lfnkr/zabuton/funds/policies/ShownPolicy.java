package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.PolicyVersion;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A version as pages show it.
 *
 * @param state {@code now}, {@code to-come}, {@code past} or {@code withdrawn}, as messages know it
 */
record ShownPolicy(PolicyVersion version, String state, List<SharesRow> rows) {

    /** All of them, in their order. */
    static List<ShownPolicy> all(
            List<PolicyVersion> versions, LocalDate today, Map<Fund, Bilingual> names) {
        int now = inForce(versions, today).policy().version();
        return versions.stream()
                .map(
                        it ->
                                new ShownPolicy(
                                        it,
                                        state(it, now, today),
                                        SharesRow.of(
                                                it.policy().ofProfit(),
                                                it.policy().ofGift(),
                                                names)))
                .toList();
    }

    /**
     * @param versions the latest first day first; there always is one
     */
    static PolicyVersion inForce(List<PolicyVersion> versions, LocalDate day) {
        return versions.stream()
                .filter(it -> it.withdrawal() == null)
                .filter(it -> !it.policy().effectiveFrom().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    private static String state(PolicyVersion version, int now, LocalDate today) {
        if (version.withdrawal() != null) {
            return "withdrawn";
        }
        AllocationPolicy policy = version.policy();
        return policy.version() == now ? "now" : version.isToCome(today) ? "to-come" : "past";
    }

    /** Whether it was not the books' beginning, whose first day says nothing. */
    public boolean begins() {
        return version.decidedAt() != null;
    }
}
