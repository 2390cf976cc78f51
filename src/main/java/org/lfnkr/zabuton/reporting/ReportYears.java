package org.lfnkr.zabuton.reporting;

import org.springframework.util.MultiValueMap;

import java.util.Objects;

/** Which year of a report is asked for. */
final class ReportYears {

    private ReportYears() {}

    /** The last that is told of, unless another of them is named. */
    static Year asked(FundReport report, MultiValueMap<String, String> asked) {
        String named = Objects.requireNonNullElse(asked.getFirst("year"), "");
        return report.year(
                report.years().stream()
                        .filter(it -> Integer.toString(it.year()).equals(named))
                        .findFirst()
                        .orElse(report.years().getLast()));
    }
}
