package org.lfnkr.zabuton.reporting;

import org.springframework.util.MultiValueMap;

import java.util.Objects;
import java.util.Optional;

/** Which year of a report is asked for. */
final class ReportYears {

    private ReportYears() {}

    /** The last that is told of, unless another of them is named. */
    static Year asked(FundReport report, MultiValueMap<String, String> asked) {
        return report.year(
                named(Objects.requireNonNullElse(asked.getFirst("year"), ""))
                        .filter(report.years()::contains)
                        .orElse(report.years().getLast()));
    }

    private static Optional<Integer> named(String year) {
        return year.matches("\\d{4}") ? Optional.of(Integer.valueOf(year)) : Optional.empty();
    }
}
