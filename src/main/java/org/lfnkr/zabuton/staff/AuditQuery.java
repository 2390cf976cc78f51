package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditFilter;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the address of the audit's page says; nonsense in it filters nothing.
 *
 * @param act of the trail
 * @param person an account's id
 * @param from the first day in Tokyo
 * @param until the last one
 * @param record the id of what was acted on
 * @param before the entry that stood last on the page before
 */
record AuditQuery(
        String act, String person, String from, String until, String record, String before) {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    AuditQuery {
        act = Typed.code(Objects.requireNonNullElse(act, ""));
        person = Typed.code(Objects.requireNonNullElse(person, ""));
        from = Typed.code(Objects.requireNonNullElse(from, ""));
        until = Typed.code(Objects.requireNonNullElse(until, ""));
        record = Typed.code(Objects.requireNonNullElse(record, ""));
        before = Typed.code(Objects.requireNonNullElse(before, ""));
    }

    AuditFilter filter() {
        return new AuditFilter(
                act,
                person,
                record,
                TypedDay.any(from).map(AuditQuery::begin).orElse(Instant.EPOCH),
                TypedDay.any(until).map(it -> begin(it.plusDays(1))).orElse(END));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    long last() {
        return before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    /** Whether nothing is filtered. */
    public boolean isAll() {
        return (act + person + from + until + record).isEmpty();
    }
}
