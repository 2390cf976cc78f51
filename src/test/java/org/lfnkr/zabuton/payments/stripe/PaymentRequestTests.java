package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class PaymentRequestTests {

    private static final Instant EXPIRES = Instant.parse("2026-04-01T01:00:00Z");
    private static final PaymentId ID = PaymentId.random();

    private static PaymentRequest request(long yen, boolean konbini) {
        return new PaymentRequest(
                "order",
                List.of(new PaymentLine("Cushion", Money.yen(yen), 1, null)),
                Money.yen(yen),
                new SubjectId(UUID.randomUUID()),
                new EmailAddress("supporter@example.org"),
                Language.JA,
                URI.create("https://shop.example/ja/orders/1"),
                URI.create("https://shop.example/ja/cart"),
                konbini);
    }

    private static Map<String, Object> parameters(long yen, boolean konbini) {
        return CheckoutParameters.of(ID, request(yen, konbini), EXPIRES);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 49, 100_000_000})
    void refusesSumsThatStripeDoesNotTake(long yen) {
        assertThatThrownBy(() -> request(yen, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLinesThatDoNotAddUp() {
        PaymentLine line = new PaymentLine("Cushion", Money.yen(1500), 2, null);
        PaymentRequest whole = request(1500, true);

        assertThatThrownBy(
                        () ->
                                new PaymentRequest(
                                        whole.purpose(),
                                        List.of(line),
                                        Money.yen(1500),
                                        whole.payer(),
                                        whole.email(),
                                        whole.language(),
                                        whole.successUrl(),
                                        whole.cancelUrl(),
                                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsYenAsTheyAre() {
        assertThat(parameters(1500, true).toString())
                .contains("unit_amount=1500")
                .contains("currency=jpy");
    }

    @Test
    void namesItselfWhereRefundsAndEventsFindIt() {
        assertThat(parameters(1500, true))
                .containsEntry("client_reference_id", ID.toString())
                .containsEntry(
                        "payment_intent_data", Map.of("metadata", Map.of("payment", ID.toString())))
                .containsEntry("locale", "ja")
                .containsEntry("expires_at", EXPIRES.getEpochSecond())
                .containsEntry("adaptive_pricing", Map.of("enabled", false))
                .doesNotContainKey("payment_method_types");
    }

    @ParameterizedTest
    @CsvSource({
        "119, true, false",
        "120, true, true",
        "300000, true, true",
        "300001, true, false",
        "1500, false, false"
    })
    void takesKonbiniWithinItsLimitsAndOnlyIfAllowed(long yen, boolean allowed, boolean taken) {
        Map<String, Object> parameters = parameters(yen, allowed);

        assertThat(parameters).doesNotContainKey("payment_method_options");
        assertThat(parameters.getOrDefault("excluded_payment_method_types", List.of()))
                .isEqualTo(taken ? List.of() : List.of("konbini"));
    }
}
