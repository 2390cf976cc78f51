package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** What a Checkout Session may be created with, and the limits that Stripe's types do not tell. */
final class SessionParams {

    static final Shape CREATE =
            Shape.of(
                    "mode ui_mode success_url cancel_url client_reference_id locale submit_type expires_at currency",
                    "customer customer_email customer_creation billing_address_collection metadata.*",
                    "line_items[].{quantity,metadata.*}",
                    Prices.shape("line_items[].price_data"),
                    "subscription_data.{description,metadata.*} payment_method_collection",
                    "line_items[].price_data.product_data.{name,description,images[],tax_code,unit_label,metadata.*}",
                    "payment_intent_data.{description,receipt_email,statement_descriptor,statement_descriptor_suffix,metadata.*}",
                    "payment_method_options.card.request_three_d_secure payment_method_options.konbini.expires_after_days",
                    "excluded_payment_method_types[] payment_method_configuration adaptive_pricing.enabled automatic_tax.enabled",
                    "phone_number_collection.enabled name_collection.individual.{enabled,optional} allow_promotion_codes",
                    "custom_text.submit.message custom_text.after_submit.message");

    private static final List<String> LOCALES =
            List.of(
                    "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW"
                            .split(" "));

    /** Stripe takes fewer characters than the standard; which ones is not published. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_~-]+)*"
                            + "@([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]{2,}");

    private static final long LEAST = 50;
    private static final long MOST = 99_999_999;

    private SessionParams() {}

    static void check(Params params, Instant now) {
        String mode = params.required("mode");
        params.choice("mode", "payment", "subscription");
        params.choice("ui_mode", "hosted_page");
        params.choice("submit_type", "auto", "book", "donate", "pay", "subscribe");
        checkMode(params, mode);
        params.choice("customer_creation", "if_required", "always");
        params.required("success_url");
        params.url("success_url");
        params.url("cancel_url");
        checkLocale(params);
        checkTexts(params);
        checkExpiry(params, now);
        checkKonbiniDays(params);
    }

    static void checkTotal(long total) {
        if (total < LEAST) {
            throw StripeError.invalid(
                    "amount_too_small",
                    null,
                    "The Checkout Session's total amount due must add up to at least ¥50 jpy");
        }
        if (total > MOST) {
            throw StripeError.invalid(
                    "amount_too_large",
                    null,
                    "The Checkout Session's total amount due must be no more than ¥99,999,999 jpy");
        }
    }

    /** Yen only: the shop sells in yen, and has no minor units to get wrong. */
    static String currency(Params priceData) {
        String currency = priceData.required("currency").toLowerCase(java.util.Locale.ROOT);
        if (!currency.equals("jpy")) {
            throw StripeError.invalid(
                    priceData.nameOf("currency"),
                    "Invalid currency: " + currency + ". The simulator's account sells in jpy");
        }
        return currency;
    }

    static ObjectNode paymentMethodOptions(Params params) {
        Params options = params.child("payment_method_options");
        ObjectNode node = Json.object();
        node.putObject("card")
                .put(
                        "request_three_d_secure",
                        options.child("card")
                                .choice("request_three_d_secure", "automatic", "any", "challenge"));
        ObjectNode konbini = node.putObject("konbini");
        options.child("konbini")
                .number("expires_after_days")
                .ifPresentOrElse(
                        days -> konbini.put("expires_after_days", days),
                        () -> konbini.putNull("expires_after_days"));
        return node;
    }

    private static void checkMode(Params params, String mode) {
        String foreign = mode.equals("payment") ? "subscription_data" : "payment_intent_data";
        if (params.has(foreign)) {
            throw StripeError.invalid(
                    foreign, "You can not pass `" + foreign + "` in `" + mode + "` mode.");
        }
        if (mode.equals("subscription") && params.has("customer_creation")) {
            throw StripeError.invalid(
                    "customer_creation", "`customer_creation` can only be used in `payment` mode.");
        }
        if (params.has("customer") && params.has("customer_email")) {
            throw StripeError.invalid(
                    "customer_email",
                    "You may only specify one of these parameters: customer, customer_email.");
        }
    }

    private static void checkLocale(Params params) {
        params.text("locale")
                .filter(locale -> !LOCALES.contains(locale))
                .ifPresent(
                        bad -> {
                            throw StripeError.invalid(
                                    "locale",
                                    "Invalid locale: must be one of " + String.join(", ", LOCALES));
                        });
    }

    private static void checkTexts(Params params) {
        params.text("client_reference_id")
                .filter(text -> text.length() > 200)
                .ifPresent(
                        bad -> {
                            throw StripeError.invalid(
                                    "client_reference_id",
                                    "Invalid string: must be at most 200 characters");
                        });
        params.text("customer_email").ifPresent(mail -> checkAddress("customer_email", mail));
    }

    static void checkAddress(String param, String mail) {
        if (!ADDRESS.matcher(mail).matches()) {
            throw StripeError.invalid("email_invalid", param, "Invalid email address: " + mail);
        }
    }

    private static void checkExpiry(Params params, Instant now) {
        params.number("expires_at")
                .ifPresent(
                        at -> {
                            long seconds = at - now.getEpochSecond();
                            // A minute's grace: the request was on its way when the half hour
                            // began.
                            if (seconds < 29 * 60) {
                                throw StripeError.invalid(
                                        "expires_at",
                                        "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
                            }
                            if (seconds > 24 * 60 * 60) {
                                throw StripeError.invalid(
                                        "expires_at",
                                        "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
                            }
                        });
    }

    private static void checkKonbiniDays(Params params) {
        Params konbini = params.child("payment_method_options").child("konbini");
        konbini.number("expires_after_days")
                .ifPresent(
                        days -> {
                            if (days < 0 || days > 60) {
                                throw StripeError.invalid(
                                        konbini.nameOf("expires_after_days"),
                                        "This value must be between 0 and 60 (inclusive).");
                            }
                        });
    }
}
