package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which orders staff want to see. It stands in an address, so what is nonsense in it filters
 * nothing.
 *
 * @param state null for any
 * @param from first day in Tokyo on which they were placed; null for any
 * @param until last such day; null for any
 * @param means Stripe's name of how they were paid; empty for any
 * @param ends day in Tokyo on which the code of those ends that wait for a convenience store; null
 *     for any
 */
public record OrderFilter(
        @Nullable State state,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String means,
        @Nullable LocalDate ends) {

    public static final OrderFilter ALL = new OrderFilter(null, null, null, "", null);

    /** By which orders can be paid, see {@link org.lfnkr.zabuton.payments.PaymentMeans}. */
    public static final Set<String> MEANS = Set.of("card", "konbini");

    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** What is looked for. Those of paid orders overlap: money may go back of what is disputed. */
    public enum State {
        AWAITING,
        PAID,
        TO_SEND,
        PART_SENT,
        SENT,
        PART_REFUNDED,
        DISPUTED,
        HELD,
        RETURNED,
        SOLD_OUT,
        REFUNDED,
        CANCELLED;

        /** As addresses and messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What of it is out; what went back may have been sent before. */
        String[] sent() {
            return switch (this) {
                case TO_SEND -> new String[] {"NONE", "BACK"};
                case PART_SENT -> new String[] {"PART", "REPLACING"};
                case SENT -> new String[] {"ALL"};
                default ->
                        Arrays.stream(ParcelState.values()).map(Enum::name).toArray(String[]::new);
            };
        }

        String[] statuses() {
            return switch (this) {
                case AWAITING -> new String[] {"AWAITING_PAYMENT", "AWAITING_KONBINI"};
                case PAID, PART_REFUNDED, TO_SEND, PART_SENT -> new String[] {"PAID"};
                case SENT -> new String[] {"PAID", "HELD", "REFUNDED"};
                case DISPUTED -> new String[] {"PAID", "HELD"};
                case HELD, RETURNED, SOLD_OUT, REFUNDED, CANCELLED -> new String[] {name()};
            };
        }
    }

    /** As an address says it. */
    public static OrderFilter of(String state, String from, String until, String means) {
        return of(state, from, until, means, "");
    }

    /** The same of those whose code ends on a day. */
    public static OrderFilter of(
            String state, String from, String until, String means, String ends) {
        return new OrderFilter(
                Arrays.stream(State.values())
                        .filter(it -> it.code().equals(state))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(until),
                MEANS.contains(means) ? means : "",
                day(ends));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return DAY.matcher(typed).matches() ? LocalDate.parse(typed) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    public boolean isAll() {
        return equals(ALL);
    }

    Instant begin() {
        return begin(from);
    }

    private static Instant begin(@Nullable LocalDate day) {
        return day == null ? BEGINNING : day.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** The first moment that is not wanted any more. */
    Instant end() {
        return end(until);
    }

    private static Instant end(@Nullable LocalDate day) {
        return day == null ? END : begin(day.plusDays(1));
    }

    /** The first moment in which a code may end. */
    Instant codeBegin() {
        return begin(ends);
    }

    /** The first one in which it may not any more. */
    Instant codeEnd() {
        return end(ends);
    }

    /** Of {@link ParcelState}. */
    String[] sent() {
        return state == null
                ? Arrays.stream(ParcelState.values()).map(Enum::name).toArray(String[]::new)
                : state.sent();
    }

    /** Of {@link OrderStatus}. */
    String[] statuses() {
        if (ends != null) {
            return new String[] {OrderStatus.AWAITING_KONBINI.name()};
        }
        return state == null
                ? Arrays.stream(OrderStatus.values()).map(Enum::name).toArray(String[]::new)
                : state.statuses();
    }
}
