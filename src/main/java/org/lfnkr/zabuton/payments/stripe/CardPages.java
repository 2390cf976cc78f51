package org.lfnkr.zabuton.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.billingportal.Configuration;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features;
import com.stripe.param.billingportal.ConfigurationListParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/**
 * Opens Stripe's page for another card. It is a page of the billing portal, which needs a
 * configuration: ours is found by its metadata, and made once. It offers nothing but the card,
 * since everything else is on pages of ours.
 */
@Component
class CardPages {

    private static final String KEY = "use";
    private static final String USE = "card";

    private final StripeClient stripe;
    private final AtomicReference<String> configuration = new AtomicReference<>("");

    CardPages(StripeClient stripe) {
        this.stripe = stripe;
    }

    URI create(String customer, Language language, URI returnUrl) throws StripeException {
        SessionCreateParams session =
                SessionCreateParams.builder()
                        .setCustomer(customer)
                        .setConfiguration(configuration())
                        .setLocale(locale(language))
                        .setReturnUrl(returnUrl.toString())
                        .setFlowData(flow(returnUrl))
                        .build();
        return URI.create(stripe.v1().billingPortal().sessions().create(session).getUrl());
    }

    private static SessionCreateParams.Locale locale(Language language) {
        return switch (language) {
            case EN -> SessionCreateParams.Locale.EN;
            case JA -> SessionCreateParams.Locale.JA;
        };
    }

    /** Straight to the card, and straight back. */
    private static FlowData flow(URI returnUrl) {
        FlowData.AfterCompletion back =
                FlowData.AfterCompletion.builder()
                        .setType(FlowData.AfterCompletion.Type.REDIRECT)
                        .setRedirect(
                                FlowData.AfterCompletion.Redirect.builder()
                                        .setReturnUrl(returnUrl.toString())
                                        .build())
                        .build();
        return FlowData.builder()
                .setType(FlowData.Type.PAYMENT_METHOD_UPDATE)
                .setAfterCompletion(back)
                .build();
    }

    private String configuration() throws StripeException {
        if (configuration.get().isEmpty()) {
            Optional<String> found = findConfiguration();
            configuration.set(found.isPresent() ? found.get() : createConfiguration());
        }
        return configuration.get();
    }

    private Optional<String> findConfiguration() throws StripeException {
        ConfigurationListParams active =
                ConfigurationListParams.builder().setActive(true).setLimit(100L).build();
        Iterable<Configuration> all =
                stripe.v1().billingPortal().configurations().list(active).autoPagingIterable();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> isOurs(each.getMetadata()))
                .map(Configuration::getId)
                .findFirst();
    }

    private static boolean isOurs(@Nullable Map<String, String> metadata) {
        return metadata != null && USE.equals(metadata.get(KEY));
    }

    private String createConfiguration() throws StripeException {
        Features card =
                Features.builder()
                        .setPaymentMethodUpdate(
                                Features.PaymentMethodUpdate.builder().setEnabled(true).build())
                        .build();
        ConfigurationCreateParams wanted =
                ConfigurationCreateParams.builder().setFeatures(card).putMetadata(KEY, USE).build();
        return stripe.v1()
                .billingPortal()
                .configurations()
                .create(wanted, Idempotency.key("portal-configuration:" + USE))
                .getId();
    }
}
