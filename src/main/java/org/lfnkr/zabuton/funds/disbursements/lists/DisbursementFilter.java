package org.lfnkr.zabuton.funds.disbursements.lists;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.funds.disbursements.DisbursementState;
import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.web.TypedDay;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which disbursements staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param state one of {@link #STATES}, or empty for any
 * @param fund the code of a fund, or empty for any
 * @param purpose the code of a purpose, or empty for any
 * @param from first day on which it is to be paid; null for any
 * @param until last such day; null for any
 */
record DisbursementFilter(
        String state,
        String fund,
        String purpose,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Approved, and not paid for longer than it should take. */
    static final String LATE = "late";

    /** Money is expected back, and the bank has not told of it. */
    static final String EXPECTED = "expected";

    /** The states in their order, and what waits too long among them. */
    static final List<String> STATES =
            List.of(
                    "draft",
                    "approved",
                    LATE,
                    "paid",
                    "evidenced",
                    "returned",
                    EXPECTED,
                    "withdrawn");

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    /** As an address says it. */
    static DisbursementFilter of(
            @Nullable String state,
            @Nullable String fund,
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String until) {
        return new DisbursementFilter(
                STATES.contains(said(state)) ? said(state) : "",
                said(fund).matches("[A-Z_]{1,40}") ? said(fund) : "",
                Purpose.of(said(purpose)).map(Purpose::code).orElse(""),
                TypedDay.of(said(from)).orElse(null),
                TypedDay.of(said(until)).orElse(null));
    }

    private static String said(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    public boolean isAll() {
        return query().isEmpty();
    }

    /** As the database knows it; empty for any. */
    String stored() {
        return DisbursementState.of(isLate() ? "approved" : state)
                .map(DisbursementState::name)
                .orElse("");
    }

    boolean isLate() {
        return state.equals(LATE);
    }

    boolean isExpected() {
        return state.equals(EXPECTED);
    }

    String storedPurpose() {
        return Purpose.of(purpose).map(Purpose::name).orElse("");
    }

    LocalDate begin() {
        return from == null ? FIRST : from;
    }

    LocalDate end() {
        return until == null ? LAST : until;
    }

    /** What of an address filters; empty where nothing does. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        values().forEach(query::queryParam);
        return query.build().toUriString();
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", state);
        values.put("fund", fund);
        values.put("purpose", purpose);
        values.put("from", Objects.toString(from, ""));
        values.put("until", Objects.toString(until, ""));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
