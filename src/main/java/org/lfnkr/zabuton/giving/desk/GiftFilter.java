package org.lfnkr.zabuton.giving.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.TypedDay;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which gifts staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param kind one of {@link #KINDS}, or empty for any
 * @param cause null for any
 * @param means one of {@link #MEANS}, or empty for any
 * @param from first day in Tokyo on which they arrived; null for any
 * @param until last such day; null for any
 */
record GiftFilter(
        String kind,
        @Nullable Cause cause,
        String means,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Given once, or by a plan. */
    static final List<String> KINDS = List.of("once", "regular");

    /** By which ways gifts arrive, through Stripe and by hand. */
    static final List<String> MEANS = List.of("card", "konbini", "bank", "cash", "postal");

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** As an address says it. */
    static GiftFilter of(String kind, String cause, String means, String from, String until) {
        return new GiftFilter(
                KINDS.contains(kind) ? kind : "",
                Cause.of(cause).orElse(null),
                MEANS.contains(means) ? means : "",
                day(from),
                day(until));
    }

    private static @Nullable LocalDate day(String typed) {
        return TypedDay.any(typed).orElse(null);
    }

    public boolean isAll() {
        return query().isEmpty();
    }

    String fund() {
        return cause == null ? "" : cause.fund().code();
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

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("cause", cause == null ? "" : cause.code());
        values.put("means", means);
        values.put("from", Objects.toString(from, ""));
        values.put("until", Objects.toString(until, ""));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
