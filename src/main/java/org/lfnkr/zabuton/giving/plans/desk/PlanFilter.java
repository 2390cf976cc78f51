package org.lfnkr.zabuton.giving.plans.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.plans.GiftPlanView.State;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.TypedDay;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which plans staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param state null for any
 * @param from first day in Tokyo on which they were asked for; null for any
 * @param until last such day; null for any
 */
record PlanFilter(@Nullable State state, @Nullable LocalDate from, @Nullable LocalDate until) {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** As an address says it. */
    static PlanFilter of(String state, String from, String until) {
        return new PlanFilter(
                Arrays.stream(State.values())
                        .filter(it -> it.code().equals(state))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(until));
    }

    private static @Nullable LocalDate day(String typed) {
        return TypedDay.any(typed).orElse(null);
    }

    public boolean isAll() {
        return query().isEmpty();
    }

    String stateName() {
        return state == null ? "" : state.name();
    }

    Instant begin() {
        return from == null ? Instant.EPOCH : from.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** The first moment that is not wanted any more. */
    Instant end() {
        return until == null ? END : until.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** What of an address filters; empty where nothing does. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        values().forEach(query::queryParam);
        return query.build().toUriString();
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", state == null ? "" : state.code());
        values.put("from", Objects.toString(from, ""));
        values.put("until", Objects.toString(until, ""));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
