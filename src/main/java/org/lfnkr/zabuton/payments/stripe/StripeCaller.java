package org.lfnkr.zabuton.payments.stripe;

import com.stripe.exception.RateLimitException;

import org.lfnkr.zabuton.outbox.Failure;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Makes a call to Stripe. Its client blocks, so calls run on threads of their own, and never inside
 * a transaction. A call that is cancelled may still have happened.
 */
@Component
class StripeCaller {

    private static final Logger log = LoggerFactory.getLogger(StripeCaller.class);
    private static final Retry BUSY =
            Retry.backoff(2, Duration.ofMillis(400))
                    .filter(RateLimitException.class::isInstance)
                    .onRetryExhaustedThrow((retry, signal) -> signal.failure());

    private final Scheduler scheduler;

    StripeCaller(Scheduler stripeScheduler) {
        this.scheduler = stripeScheduler;
    }

    <T> Mono<Answer<T>> call(Callable<T> call) {
        return Mono.fromCallable(call)
                .subscribeOn(scheduler)
                .retryWhen(BUSY)
                .transform(Patience::limit)
                .<Answer<T>>map(Answer.Known::new)
                .onErrorResume(failure -> Mono.just(failed(failure)))
                .as(OutsideTransaction::only);
    }

    private static <T> Answer<T> failed(Throwable failure) {
        Answer<T> answer = Answers.of(failure);
        log.warn("Stripe: {} from {}", answer, Failure.of(failure));
        return answer;
    }
}
