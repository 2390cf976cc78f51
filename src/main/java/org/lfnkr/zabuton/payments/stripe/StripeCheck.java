package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.param.EventListParams;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.outbox.Failure;
import org.lfnkr.zabuton.startup.StartupCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/**
 * Stripe knows the key. A Stripe in trouble doesn't keep the shop shut: its shelves open, and
 * payments are tried again; an address at which nobody answers is a wrong setting.
 */
@Component
@Order(20)
class StripeCheck implements StartupCheck {

    private static final Logger log = LoggerFactory.getLogger(StripeCheck.class);

    private final StripeClient stripe;

    StripeCheck(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public String subject() {
        return "Stripe and its key";
    }

    @Override
    public Moment moment() {
        return Moment.AFTER_MIGRATION;
    }

    @Override
    public boolean asksOthers() {
        return true;
    }

    /** Reads what the sweep of events reads, so that a restricted key shows what it lacks. */
    @Override
    public void verify() {
        try {
            stripe.v1().events().list(EventListParams.builder().setLimit(1L).build());
        } catch (PermissionException e) {
            throw new StartupRefused(
                    "zabuton.stripe.api-key: this restricted key may not read events; README.md has"
                            + " the list of rights.");
        } catch (AuthenticationException e) {
            throw new StartupRefused(
                    "zabuton.stripe.api-key: Stripe doesn't know this key, or not any more.");
        } catch (ApiConnectionException e) {
            unreachable(e);
        } catch (StripeException | RuntimeException e) {
            log.warn("Stripe is in trouble ({}); payments wait for it", Failure.of(e));
        }
    }

    private static void unreachable(ApiConnectionException failure) {
        if (isNobodyThere(NestedExceptionUtils.getMostSpecificCause(failure))) {
            throw new StartupRefused(
                    "zabuton.stripe.api-base: Stripe can't be reached from here; look at the"
                            + " address, the name server and the firewall.");
        }
        log.warn("Stripe doesn't answer ({}); payments wait for it", Failure.of(failure));
    }

    private static boolean isNobodyThere(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException;
    }
}
