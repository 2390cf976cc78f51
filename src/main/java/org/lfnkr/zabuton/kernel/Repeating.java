package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.R2dbcException;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionContextManager;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.Set;

/**
 * Runs a transaction once more that the database ended for the sake of another one: a deadlock, or
 * two that can't be put in an order. It has changed nothing then, and nothing outside of the
 * database is done within one, so nobody needs to know. Only the outermost call is repeated, a few
 * times, each after a moment that is not the same for all.
 */
final class Repeating implements MethodInterceptor {

    /** What PostgreSQL and those who speak as it say: serialization failure, deadlock. */
    private static final Set<String> OURS_TO_REPEAT = Set.of("40001", "40P01");

    private static final int TIMES = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        return Mono.class.equals(call.getMethod().getReturnType())
                ? repeated(again(call))
                : call.proceed();
    }

    private static Mono<?> again(MethodInvocation call) {
        return Mono.defer(
                () -> {
                    try {
                        return (Mono<?>) ((ProxyMethodInvocation) call).invocableClone().proceed();
                    } catch (Throwable e) {
                        return Mono.error(e);
                    }
                });
    }

    /** The same of a transaction that is no method's; one that joins another is not its own. */
    static <T> Mono<T> repeated(Mono<T> transaction) {
        return TransactionContextManager.currentContext()
                .map(joins -> true)
                .onErrorResume(NoTransactionException.class, none -> Mono.just(false))
                .flatMap(joins -> joins ? transaction : transaction.retryWhen(fewTimes()));
    }

    private static Retry fewTimes() {
        return Retry.backoff(TIMES, PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(Repeating::isToRepeat)
                .onRetryExhaustedThrow((retry, last) -> last.failure());
    }

    static boolean isToRepeat(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException failed
                    && failed.getSqlState() != null
                    && OURS_TO_REPEAT.contains(failed.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
