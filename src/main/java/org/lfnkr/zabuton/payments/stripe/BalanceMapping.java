package org.lfnkr.zabuton.payments.stripe;

import static org.lfnkr.zabuton.payments.stripe.FactsMapping.required;
import static org.lfnkr.zabuton.payments.stripe.FactsMapping.time;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import com.stripe.model.StripeCollection;

import org.lfnkr.zabuton.payments.balance.LinePage;
import org.lfnkr.zabuton.payments.balance.StripeLine;
import org.lfnkr.zabuton.payments.balance.StripePayout;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads Stripe's lines and payouts; what must be there is asked for here. */
final class BalanceMapping {

    private BalanceMapping() {}

    static LinePage page(StripeCollection<BalanceTransaction> lines) {
        return new LinePage(
                lines.getData().stream().map(BalanceMapping::line).toList(),
                Boolean.TRUE.equals(lines.getHasMore()));
    }

    private static StripeLine line(BalanceTransaction line) {
        return new StripeLine(
                required(line.getId(), "balance_transaction.id"),
                required(line.getType(), "balance_transaction.type"),
                required(line.getReportingCategory(), "balance_transaction.reporting_category"),
                required(line.getCurrency(), "balance_transaction.currency"),
                required(line.getAmount(), "balance_transaction.amount"),
                required(line.getFee(), "balance_transaction.fee"),
                required(line.getNet(), "balance_transaction.net"),
                line.getSource(),
                time(required(line.getCreated(), "balance_transaction.created")),
                time(required(line.getAvailableOn(), "balance_transaction.available_on")),
                "available".equals(line.getStatus()));
    }

    static StripePayout payout(Payout payout) {
        return new StripePayout(
                required(payout.getId(), "payout.id"),
                required(payout.getAmount(), "payout.amount"),
                required(payout.getStatus(), "payout.status"),
                required(payout.getAutomatic(), "payout.automatic"),
                "completed".equals(payout.getReconciliationStatus()),
                payout.getFailureCode(),
                time(required(payout.getCreated(), "payout.created")),
                day(required(payout.getArrivalDate(), "payout.arrival_date")));
    }

    /** Stripe states a day as its midnight in UTC. */
    private static LocalDate day(long seconds) {
        return LocalDate.ofInstant(time(seconds), ZoneOffset.UTC);
    }
}
