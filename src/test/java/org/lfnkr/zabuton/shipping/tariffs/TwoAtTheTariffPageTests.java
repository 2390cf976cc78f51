package org.lfnkr.zabuton.shipping.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.Set;
import java.util.UUID;

/**
 * Two who change the tariff at once: nobody's word disappears without that somebody hears of it.
 */
@ModuleTest
class TwoAtTheTariffPageTests {

    private static final String OKINAWA = "47";

    @Autowired Tariffs tariffs;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    private final UUID zone = UUID.randomUUID();

    @BeforeEach
    void add() {
        ZoneDraft draft = new ZoneDraft(new Bilingual("First", "はじめ"), null, 10, 20);
        Await.done(tariffs.add(zone, draft, "test"));
        set(2_100);
    }

    private void set(long charge) {
        RateDraft rate = new RateDraft(1_000, Money.yen(charge), Money.yen(2_000), false);
        Await.value(tariffs.set(zone, rate, "", "test"));
    }

    @AfterEach
    void close() {
        Await.value(
                tariffs.decide(
                        new CountryDraft("FO", zone, new Bilingual("Closed.", "休止中。")),
                        "",
                        "test"));
    }

    @ParameterizedTest
    @EnumSource
    void whoSavesAnOlderPageOfAZoneIsAskedFirst(Language language) {
        String page = page(language);
        Guest slower = staff().at(page);
        staff().at(page).post(page, "nameEn", "Second");

        Guest.Answer late = slower.post(page, "nameEn", "Third", "freeFrom", "9000");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("shipping.wrong.zone", language, "はじめ", "Second"))
                .doesNotContain("??");
        assertThat(kept().name().en()).isEqualTo("Second");
        assertThat(slower.offered(page).fields().getFirst("nameEn")).isEqualTo("Third");
        assertThat(slower.offered(page).fields().getFirst("freeFrom")).isEqualTo("9000");
        assertThat(slower.post(page).status()).isEqualTo(303);
        assertThat(kept().name().en()).isEqualTo("Third");
    }

    @Test
    void aRateIsNotPutInThePlaceOfOneThatNobodySaw() {
        String page = page(Language.EN);
        Guest slower = staff().at(page);
        set(2_300);

        Guest.Answer late = rate(slower, "1000", "2500");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("shipping.wrong.rates", Language.EN), "¥2,300");
        assertThat(slower.offered(page + "/rates").fields().getFirst("charge")).isEqualTo("2500");
        assertThat(slower.post(page + "/rates").status()).isEqualTo(303);
        assertThat(staff().get(page).page()).contains("¥2,500").doesNotContain("¥2,300");
    }

    /** Another weight is in nobody's way. */
    @Test
    void aRateForAnotherWeightIsAddedWhateverChanged() {
        Guest slower = staff().at(page(Language.EN));
        set(2_300);

        assertThat(rate(slower, "2000", "4000").status()).isEqualTo(303);
    }

    private Guest.Answer rate(Guest staff, String grams, String charge) {
        return staff.post(
                page(Language.EN) + "/rates",
                "upToGrams",
                grams,
                "charge",
                charge,
                "carrierCost",
                "2000");
    }

    @Test
    void aRateThatNobodySawIsNotRemoved() {
        String page = page(Language.EN);
        Guest slower = staff().at(page);
        set(2_300);

        Guest.Answer late = slower.post(page + "/rates/1000/removals");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("shipping.wrong.removal", Language.EN), "¥2,300");
        slower.post(page + "/rates/1000/removals");
        assertThat(staff().get(page).page())
                .contains(messages.text("shipping.rates.none", Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void aPrefectureThatNobodySawIsNotTakenAway(Language language) {
        String page = page(language);
        UUID home = zoneOf(OKINAWA);
        Set<String> all = Set.copyOf(Await.value(tariffs.prefectures(home).collectList()));
        Guest slower = staff().at(page);
        try {
            Await.value(tariffs.cover(zone, Set.of(OKINAWA), "", "test"));

            Guest.Answer late = slower.post(page + "/prefectures");

            assertThat(late.status()).isEqualTo(422);
            assertThat(late.page())
                    .contains(messages.text("shipping.wrong.prefectures", language))
                    .contains(messages.text("shipping.prefectures.now", language))
                    .doesNotContain("??");
            assertThat(zoneOf(OKINAWA)).isEqualTo(zone);
            assertThat(slower.offered(page + "/prefectures").fields().get("prefecture")).isNull();
        } finally {
            Await.value(tariffs.cover(home, all, "", "test"));
        }
    }

    @Test
    void whatIsDecidedOfACountryIsNotOverruledUnseen() {
        String root = "/en/desk/shipping";
        close();
        Guest slower = staff().at(root);
        Await.value(
                tariffs.decide(
                        new CountryDraft("FO", zone, new Bilingual("Later.", "後日。")), "", "test"));
        String[] answers = {"country", "FO", "state", "open", "zone", zone.toString()};

        Guest.Answer late = slower.post(root + "/countries", answers);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("shipping.wrong.countries", Language.EN), "Later.");
        assertThat(slower.offered(root + "/countries").fields().getFirst("state"))
                .isEqualTo("open");
        assertThat(slower.post(root + "/countries").status()).isEqualTo(303);
    }

    private ListedZone kept() {
        return Await.value(tariffs.zone(zone));
    }

    private UUID zoneOf(String prefecture) {
        return Await.value(
                database.sql("select zone_id from shipping.prefecture where code = :code")
                        .bind("code", prefecture)
                        .mapValue(UUID.class)
                        .one());
    }

    private Guest staff() {
        return new Guest(port).atDesk("SHOP");
    }

    private String page(Language language) {
        return "/" + language.tag() + "/desk/shipping/" + zone;
    }
}
