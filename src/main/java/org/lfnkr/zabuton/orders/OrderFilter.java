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
 */
public record OrderFilter(
        @Nullable State state, @Nullable LocalDate from, @Nullable LocalDate until, String means) {

    public static final OrderFilter ALL = new OrderFilter(null, null, null, "");

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
                case PART_SENT -> new String[] {"PART"};
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
        return new OrderFilter(
                Arrays.stream(State.values())
                        .filter(it -> it.code().equals(state))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(until),
                MEANS.contains(means) ? means : "");
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
        return from == null ? BEGINNING : from.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** The first moment that is not wanted any more. */
    Instant end() {
        return until == null ? END : until.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    /** Of {@link ParcelState}. */
    String[] sent() {
        return state == null
                ? Arrays.stream(ParcelState.values()).map(Enum::name).toArray(String[]::new)
                : state.sent();
    }

    /** Of {@link OrderStatus}. */
    String[] statuses() {
        return state == null
                ? Arrays.stream(OrderStatus.values()).map(Enum::name).toArray(String[]::new)
                : state.statuses();
    }
}
