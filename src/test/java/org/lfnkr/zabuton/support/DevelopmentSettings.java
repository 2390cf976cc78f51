package org.lfnkr.zabuton.support;

import org.lfnkr.zabuton.simulator.StripeSimulator;

import java.util.Map;

/** Settings that a development run and the tests share. None of these keys protects anything. */
final class DevelopmentSettings {

    private DevelopmentSettings() {}

    static Map<String, String> common() {
        return Map.ofEntries(
                Map.entry("spring.flyway.locations", "classpath:db/migration,classpath:db/sample"),
                Map.entry("zabuton.web.origin", "http://localhost:8080"),
                Map.entry("zabuton.vault.key", "ZGV2ZWxvcG1lbnQtb25seS1rZXktb2YtMzItYnl0ZXM="),
                Map.entry("zabuton.organisation.name.en", "Life Funds for North Korean Refugees"),
                Map.entry("zabuton.organisation.name.ja", "北朝鮮難民救援基金"),
                Map.entry("zabuton.organisation.address.en", "(the organisation's address)"),
                Map.entry("zabuton.organisation.address.ja", "（団体の住所）"),
                Map.entry("zabuton.organisation.responsible.en", "Shop office"),
                Map.entry("zabuton.organisation.responsible.ja", "販売事業 事務局"),
                Map.entry("zabuton.organisation.hours.en", "Weekdays, 10:00 to 17:00"),
                Map.entry("zabuton.organisation.hours.ja", "平日 10:00〜17:00"),
                Map.entry("zabuton.organisation.phone", "00-0000-0000"),
                Map.entry("zabuton.organisation.email", "shop@example.org"));
    }

    static Map<String, String> of(StripeSimulator stripe) {
        return Map.of(
                "zabuton.web.payment-origins", stripe.baseUrl().toString(),
                "zabuton.stripe.api-base", stripe.baseUrl().toString(),
                "zabuton.stripe.api-key", stripe.apiKey(),
                "zabuton.stripe.webhook-secrets", stripe.webhookSecret());
    }
}
