package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.stripe.StripeSetting.Kind;
import org.lfnkr.zabuton.payments.stripe.StripeSetting.State;
import org.lfnkr.zabuton.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads Stripe's settings after the start and now and then, behind the scenes: a shop whose
 * settings differ still sells, and staff see what differs. What was read is this node's own.
 */
@Component
class StripeSettingsCheck {

    private static final Logger log = LoggerFactory.getLogger(StripeSettingsCheck.class);

    private final StripeClient stripe;
    private final StripeCaller caller;
    private final Clock clock;
    private final String address;
    private final AtomicReference<Optional<Result>> last = new AtomicReference<>(Optional.empty());

    StripeSettingsCheck(StripeClient stripe, StripeCaller caller, Clock clock, Site site) {
        this.stripe = stripe;
        this.caller = caller;
        this.clock = clock;
        this.address = site.address(StripeWebhookController.PATH).toString();
    }

    /** What was found, and when. */
    record Result(List<StripeSetting> settings, Instant at) {

        long differing() {
            return settings.stream().filter(it -> it.state() != State.RIGHT).count();
        }
    }

    /** What was found last on this node. */
    Optional<Result> last() {
        return last.get();
    }

    Mono<Result> check() {
        return Flux.concat(account(), endpoint(), methods())
                .concatMapIterable(settings -> settings)
                .collectList()
                .map(settings -> new Result(settings, clock.instant()))
                .doOnNext(result -> last.set(Optional.of(result)))
                .doOnNext(StripeSettingsCheck::report);
    }

    private Mono<List<StripeSetting>> account() {
        return read(
                Kind.ACCOUNT_CHARGES,
                () -> StripeSettings.of(stripe.v1().accounts().retrieveCurrent()));
    }

    private Mono<List<StripeSetting>> endpoint() {
        return read(
                Kind.WEBHOOK_ENDPOINT,
                () -> StripeSettings.of(stripe.v1().webhookEndpoints().list().getData(), address));
    }

    private Mono<List<StripeSetting>> methods() {
        return read(Kind.METHOD_KONBINI, this::readMethods);
    }

    private List<StripeSetting> readMethods() throws StripeException {
        return StripeSettings.ofMethods(stripe.v1().paymentMethodConfigurations().list().getData());
    }

    private Mono<List<StripeSetting>> read(Kind kind, Callable<List<StripeSetting>> call) {
        return caller.call(call)
                .map(
                        answer ->
                                answer instanceof Answer.Known<List<StripeSetting>>(var settings)
                                        ? settings
                                        : List.of(new StripeSetting(kind, State.UNREAD, "")));
    }

    private static void report(Result result) {
        if (result.differing() > 0) {
            log.warn(
                    "Stripe's settings: {} to look at, see /en/desk/payments: {}",
                    result.differing(),
                    result.settings().stream()
                            .filter(it -> it.state() != State.RIGHT)
                            .map(it -> it.kind().code())
                            .toList());
        }
    }
}
