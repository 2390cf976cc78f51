package org.lfnkr.zabuton.payments.stripe;

import com.stripe.Stripe;
import com.stripe.model.Account;
import com.stripe.model.PaymentMethodConfiguration;
import com.stripe.model.WebhookEndpoint;

import org.lfnkr.zabuton.payments.stripe.StripeSetting.Kind;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what Stripe's API tells of its settings with what the shop needs. */
final class StripeSettings {

    private static final String ALL = "*";

    /** For whose answer Stripe waits before it charges. */
    private static final String DRAFTS = "invoice.created";

    private StripeSettings() {}

    static List<StripeSetting> of(Account account) {
        String country = String.valueOf(account.getCountry());
        String currency = String.valueOf(account.getDefaultCurrency());
        return List.of(
                StripeSetting.of(Kind.ACCOUNT_COUNTRY, country.equals("JP"), country),
                StripeSetting.of(Kind.ACCOUNT_CURRENCY, currency.equals("jpy"), currency),
                flag(Kind.ACCOUNT_CHARGES, account.getChargesEnabled()),
                flag(Kind.ACCOUNT_PAYOUTS, account.getPayoutsEnabled()));
    }

    private static StripeSetting flag(Kind kind, Boolean on) {
        return StripeSetting.of(kind, Boolean.TRUE.equals(on), "");
    }

    /**
     * @param address where this shop hears Stripe
     */
    static List<StripeSetting> of(List<WebhookEndpoint> endpoints, String address) {
        return endpoints.stream()
                .filter(endpoint -> address.equals(endpoint.getUrl()))
                .filter(endpoint -> "enabled".equals(endpoint.getStatus()))
                .findFirst()
                .map(StripeSettings::of)
                .orElseGet(() -> List.of(StripeSetting.of(Kind.WEBHOOK_ENDPOINT, false, "")));
    }

    private static List<StripeSetting> of(WebhookEndpoint endpoint) {
        Set<String> heard = Set.copyOf(endpoint.getEnabledEvents());
        String missing =
                Notice.TYPES.stream()
                        .filter(type -> !heard.contains(type) && !heard.contains(ALL))
                        .sorted()
                        .collect(Collectors.joining(", "));
        boolean waits = heard.contains(DRAFTS) || heard.contains(ALL);
        String version = Objects.requireNonNullElse(endpoint.getApiVersion(), "");
        return List.of(
                StripeSetting.of(Kind.WEBHOOK_ENDPOINT, true, endpoint.getUrl()),
                StripeSetting.of(Kind.WEBHOOK_VERSION, version.equals(Stripe.API_VERSION), version),
                StripeSetting.of(Kind.WEBHOOK_EVENTS, missing.isEmpty(), missing),
                StripeSetting.of(Kind.WEBHOOK_NO_DRAFTS, !waits, waits ? DRAFTS : ""));
    }

    static List<StripeSetting> ofMethods(List<PaymentMethodConfiguration> configurations) {
        return configurations.stream()
                .filter(it -> Boolean.TRUE.equals(it.getIsDefault()))
                .findFirst()
                .map(StripeSettings::of)
                .orElseGet(List::of);
    }

    private static List<StripeSetting> of(PaymentMethodConfiguration methods) {
        boolean card = methods.getCard() != null && isOn(methods.getCard().getDisplayPreference());
        boolean konbini =
                methods.getKonbini() != null && isOn(methods.getKonbini().getDisplayPreference());
        String delayed = delayed(methods).collect(Collectors.joining(", "));
        return List.of(
                StripeSetting.of(Kind.METHOD_CARD, card, ""),
                StripeSetting.of(Kind.METHOD_KONBINI, konbini, ""),
                StripeSetting.of(Kind.METHODS_DELAYED, delayed.isEmpty(), delayed));
    }

    private static boolean isOn(PaymentMethodConfiguration.Card.DisplayPreference preference) {
        return "on".equals(preference.getValue());
    }

    private static boolean isOn(PaymentMethodConfiguration.Konbini.DisplayPreference preference) {
        return "on".equals(preference.getValue());
    }

    /** Means by which money comes later, and of which the shop says nothing. */
    private static Stream<String> delayed(PaymentMethodConfiguration methods) {
        boolean transfer =
                methods.getCustomerBalance() != null
                        && "on"
                                .equals(
                                        methods.getCustomerBalance()
                                                .getDisplayPreference()
                                                .getValue());
        return transfer ? Stream.of("customer_balance") : Stream.empty();
    }
}
