package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.balance.BalanceLines;
import org.lfnkr.zabuton.payments.balance.LineTotals;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What lies between our month, which ends at midnight in Tokyo, and that of Stripe's reports, which
 * ends at midnight UTC.
 *
 * @param before lines that are in our month, and in the one before at Stripe
 * @param after lines that are in our next month, and in this one at Stripe
 */
record Bridge(LineTotals before, LineTotals after) {

    static Mono<Bridge> of(YearMonth month, BalanceLines lines) {
        return Mono.zip(turn(month, lines), turn(month.plusMonths(1), lines), Bridge::new);
    }

    /** The hours in which a month has begun in Tokyo and not yet in UTC. */
    private static Mono<LineTotals> turn(YearMonth month, BalanceLines lines) {
        return lines.totals(start(month, BusinessDate.TOKYO), start(month, ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
