package org.lfnkr.zabuton.payments.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.CustomText;
import com.stripe.param.checkout.SessionCreateParams.ExcludedPaymentMethodType;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Locale;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentMeans;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.web.Messages;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Stripe gets to open a session. Payment methods are Stripe's dynamic ones: naming them
 * ({@code payment_method_types}) is refused by its coming releases, excluding one is not.
 */
final class CheckoutParameters {

    static final String EXPIRES_AT = "expires_at";
    static final String PAYMENT = "payment";

    /** Stripe's error code for a mail address that it does not take. */
    private static final String ADDRESS = "customer_email";

    private static final String CUSTOM_TEXT = "custom_text";
    private static final String SUBMIT = "submit";
    private static final String MESSAGE = "message";

    private CheckoutParameters() {}

    static Map<String, Object> of(PaymentId id, PaymentRequest request, Instant expiresAt) {
        SessionCreateParams.Builder session =
                SessionCreateParams.builder()
                        .setMode(Mode.PAYMENT)
                        .setLocale(locale(request.language()))
                        .setCustomerEmail(request.email().value())
                        .setClientReferenceId(id.toString())
                        .setPaymentIntentData(intent(id))
                        .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                        .setExpiresAt(expiresAt.getEpochSecond())
                        .setSuccessUrl(request.successUrl().toString())
                        .setCancelUrl(request.cancelUrl().toString());
        request.lines().stream().map(CheckoutParameters::line).forEach(session::addLineItem);
        if (!takesKonbini(request)) {
            session.addExcludedPaymentMethodType(ExcludedPaymentMethodType.KONBINI);
        }
        return session.build().toMap();
    }

    private static boolean takesKonbini(PaymentRequest request) {
        return request.allowKonbini()
                && PaymentMeans.of(request.total()).contains(PaymentMeans.KONBINI);
    }

    static Map<String, Object> until(Instant expiresAt, Map<String, Object> exact) {
        Map<String, Object> other = new HashMap<>(exact);
        other.put(EXPIRES_AT, expiresAt.getEpochSecond());
        return other;
    }

    /** The same without the mail address, for which Stripe's page then asks and says why. */
    static Optional<Map<String, Object>> withoutAddress(
            Map<String, Object> exact, Messages messages) {
        Map<String, Object> other = new HashMap<>(exact);
        if (other.remove(ADDRESS) == null) {
            return Optional.empty();
        }
        String why = why(String.valueOf(exact.get("locale")), messages);
        String all = said(exact).map(said -> said + " " + why).orElse(why);
        other.put(CUSTOM_TEXT, Map.of(SUBMIT, Map.of(MESSAGE, all)));
        return Optional.of(other);
    }

    /** What Stripe's page says beside its button already. */
    private static Optional<String> said(Map<String, Object> exact) {
        return exact.get(CUSTOM_TEXT) instanceof Map<?, ?> texts
                        && texts.get(SUBMIT) instanceof Map<?, ?> submit
                        && submit.get(MESSAGE) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** What Stripe's page says beside its button. */
    static CustomText besideTheButton(String text) {
        return CustomText.builder()
                .setSubmit(CustomText.Submit.builder().setMessage(text).build())
                .build();
    }

    private static String why(String locale, Messages messages) {
        Language language = Language.of(locale).orElse(Language.EN);
        return messages.text("payments.address-refused", language);
    }

    /** For people in Stripe's dashboard, where payments are listed without their sessions. */
    private static PaymentIntentData intent(PaymentId id) {
        return PaymentIntentData.builder().putMetadata(PAYMENT, id.toString()).build();
    }

    static Locale locale(Language language) {
        return switch (language) {
            case EN -> Locale.EN;
            case JA -> Locale.JA;
        };
    }

    private static LineItem line(PaymentLine line) {
        PriceData.ProductData.Builder product =
                PriceData.ProductData.builder().setName(line.label());
        if (line.imageUrl() != null) {
            product.addImage(line.imageUrl());
        }
        return LineItem.builder()
                .setQuantity((long) line.quantity())
                .setPriceData(price(line.unitPrice(), product.build()))
                .build();
    }

    /** Yen have no minor unit: Stripe's amount is the number of yen. */
    private static PriceData price(Money unit, PriceData.ProductData product) {
        return PriceData.builder()
                .setCurrency("jpy")
                .setUnitAmount(unit.yen())
                .setProductData(product)
                .build();
    }
}
