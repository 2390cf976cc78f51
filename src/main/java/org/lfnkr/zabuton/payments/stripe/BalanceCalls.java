package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.param.BalanceTransactionListParams;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.balance.BalanceProvider;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.lfnkr.zabuton.payments.balance.LinePage;
import org.lfnkr.zabuton.payments.balance.StripePayout;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of Stripe about its balance. */
@Component
class BalanceCalls implements BalanceProvider {

    private static final long PAGE = 100;
    private static final String YEN = "jpy";

    private final StripeClient stripe;
    private final StripeCaller caller;
    private final InboxRelay relay;

    BalanceCalls(StripeClient stripe, StripeCaller caller, InboxRelay relay) {
        this.stripe = stripe;
        this.caller = caller;
        this.relay = relay;
    }

    @Override
    public Mono<Answer<LinePage>> lines(Instant since, Instant until, Optional<String> after) {
        BalanceTransactionListParams.Created made =
                BalanceTransactionListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .setLt(until.getEpochSecond())
                        .build();
        return list(BalanceTransactionListParams.builder().setCreated(made), after);
    }

    @Override
    public Mono<Answer<LinePage>> linesOf(String payout, Optional<String> after) {
        return list(BalanceTransactionListParams.builder().setPayout(payout), after);
    }

    private Mono<Answer<LinePage>> list(
            BalanceTransactionListParams.Builder wanted, Optional<String> after) {
        wanted.setLimit(PAGE);
        after.ifPresent(wanted::setStartingAfter);
        return caller.call(() -> list(wanted.build()));
    }

    private LinePage list(BalanceTransactionListParams wanted) throws StripeException {
        return BalanceMapping.page(stripe.v1().balanceTransactions().list(wanted));
    }

    @Override
    public Mono<Answer<StripePayout>> payout(String id) {
        return caller.call(() -> BalanceMapping.payout(stripe.v1().payouts().retrieve(id)));
    }

    @Override
    public Mono<Answer<Long>> balance() {
        return caller.call(() -> yen(stripe.v1().balance().retrieve()));
    }

    private static long yen(Balance balance) {
        Stream<Long> available =
                balance.getAvailable().stream()
                        .filter(part -> part.getCurrency().equals(YEN))
                        .map(Balance.Available::getAmount);
        Stream<Long> pending =
                balance.getPending().stream()
                        .filter(part -> part.getCurrency().equals(YEN))
                        .map(Balance.Pending::getAmount);
        return Stream.concat(available, pending).mapToLong(Long::longValue).sum();
    }

    /** As a notice of the same object would be followed; nothing is kept of this one. */
    @Override
    public Mono<Outcome> follow(LineKind kind, String source) {
        String type =
                switch (kind) {
                    case REFUND -> "refund.updated";
                    case DISPUTE -> "charge.dispute.updated";
                    default -> "charge.updated";
                };
        return relay.follow(new Notice("line-of-" + source, type, source, Instant.EPOCH, false));
    }
}
