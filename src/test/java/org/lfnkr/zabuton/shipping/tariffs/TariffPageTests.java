package org.lfnkr.zabuton.shipping.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Parcel;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.shipping.Shipping;
import org.lfnkr.zabuton.shipping.ShippingQuote;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.Arrays;
import java.util.UUID;

/** Iceland, and for a moment Okinawa, are priced by a zone of the test's own. */
@ModuleTest
class TariffPageTests {

    private static final Destination ICELAND = new Destination("IS", null);
    private static final Parcel CUSHION = new Parcel(350, Money.yen(3_200));

    @Autowired Shipping shipping;
    @Autowired Tariffs tariffs;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;

    @Autowired
    @Qualifier("rememberedTariff")
    Remembered<?> tariff;

    @LocalServerPort int port;

    private final String name = "Zone " + UUID.randomUUID();

    @AfterEach
    void close() {
        Await.done(
                tariffs.decide(
                        new CountryDraft(
                                "IS",
                                Await.value(tariffs.zones().next()).id(),
                                new Bilingual("Closed.", "休止中。")),
                        "",
                        "test"));
    }

    @ParameterizedTest
    @EnumSource
    void aCountryOpensFromNothing(Language language) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String zone = added(shop, language);

        assertThat(shop.get(zone).page())
                .contains(messages.text("shipping.rates.none", language), name)
                .doesNotContain("??");
        assertThat(quote(ICELAND)).isInstanceOf(Refused.class);
        assertThat(shop.follow(shop.at(zone).post(zone + "/rates", rate("1000", "2100"))).page())
                .contains(messages.text("shipping.told.rate", language), "¥2,100", "¥2,000")
                .doesNotContain("??");
        open(shop, language, zone);
        assertThat(quote(ICELAND))
                .isInstanceOfSatisfying(
                        Quoted.class,
                        quoted -> {
                            assertThat(quoted.charge()).isEqualTo(Money.yen(2_100));
                            assertThat(quoted.carrierCost()).isEqualTo(Money.yen(2_000));
                            assertThat(quoted.maxDays()).isEqualTo(20);
                            assertThat(quoted.timed()).isTrue();
                        });
    }

    @ParameterizedTest
    @CsvSource({"EN, 10 days, 10 to 10", "JA, 10日, 10〜10"})
    void aZoneMayTakeAsManyDaysAtWorstAsAtBest(Language language, String says, String never) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String root = "/" + language.tag() + "/desk/shipping";
        String[] answers = zone();
        answers[Arrays.asList(answers).indexOf("maxDays") + 1] = "10";
        String zone = shop.at(root).post(root, answers).location().replaceFirst("#.*", "");

        assertThat(shop.get(zone).page()).contains(says).doesNotContain(never);
        assertThat(shop.get(root).page()).contains(says).doesNotContain(never);
    }

    @Test
    void aRateTakesThePlaceOfTheOneForItsWeightUnderAnotherId() {
        Guest shop = new Guest(port).atDesk("SHOP");
        String zone = added(shop, Language.EN);
        shop.follow(shop.at(zone).post(zone + "/rates", rate("1000", "2100")));
        open(shop, Language.EN, zone);
        Quoted before = (Quoted) quote(ICELAND);

        shop.follow(shop.at(zone).post(zone + "/rates", rate("1000", "2300")));
        Quoted after = (Quoted) quote(ICELAND);

        assertThat(after.charge()).isEqualTo(Money.yen(2_300));
        assertThat(after.rateId()).isNotEqualTo(before.rateId());
        shop.follow(shop.at(zone).post(zone + "/rates/1000/removals"));
        assertThat(quote(ICELAND)).isInstanceOf(Refused.class);
    }

    @Test
    void aPrefectureBelongsToOneZone() {
        Guest shop = new Guest(port).atDesk("SHOP");
        Destination okinawa = Destination.japan(Prefecture.OKINAWA);
        Quoted before = (Quoted) quote(okinawa);
        String home = zoneOf("47");
        String zone = added(shop, Language.EN);
        shop.follow(shop.at(zone).post(zone + "/rates", rate("1000", "2100")));

        shop.at(zone).post(zone + "/prefectures", "prefecture", "47");
        assertThat(((Quoted) quote(okinawa)).charge()).isEqualTo(Money.yen(2_100));
        shop.at(home).post(home + "/prefectures", "prefecture", "47");

        assertThat(quote(okinawa)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "nameEn, ' ', web.wrong.empty",
        "minDays, 0, web.wrong.number",
        "maxDays, 3.5, web.wrong.number",
        "maxDays, 2, shipping.wrong.days",
        "freeFrom, 1e4, web.wrong.sum"
    })
    void aZoneThatCantBeReadKeepsWhatWasTyped(String field, String typed, String problem) {
        Guest shop = new Guest(port).atDesk("SHOP").at("/en/desk/shipping");
        String[] answers = zone();
        for (int i = 0; i < answers.length; i += 2) {
            answers[i + 1] = answers[i].equals(field) ? typed : answers[i + 1];
        }
        Guest.Answer refused = shop.post("/en/desk/shipping", answers);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains("href=\"#" + field + "\"", "value=\"" + typed + "\"", "value=\"地域\"")
                .doesNotContain("??");
        assertThat(messages.text(problem, Language.EN)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"upToGrams, 0", "upToGrams, 1000.00", "charge, -1", "carrierCost, ''"})
    void aRateThatCantBeReadKeepsWhatWasTyped(String field, String typed) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String zone = added(shop, Language.JA);
        String[] answers = rate("1000", "2100");
        for (int i = 0; i < answers.length; i += 2) {
            answers[i + 1] = answers[i].equals(field) ? typed : answers[i + 1];
        }
        Guest.Answer refused = shop.at(zone).post(zone + "/rates", answers);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("href=\"#" + field + "\"", "value=\"" + typed + "\"");
        assertThat(shop.get(zone).page())
                .contains(messages.text("shipping.rates.none", Language.JA));
    }

    private String added(Guest shop, Language language) {
        String root = "/" + language.tag() + "/desk/shipping";
        return shop.at(root).post(root, zone()).location().replaceFirst("#.*", "");
    }

    private String[] zone() {
        return new String[] {
            "nameEn", name, "nameJa", "地域", "minDays", "10", "maxDays", "20", "freeFrom", ""
        };
    }

    private static String[] rate(String grams, String charge) {
        return new String[] {
            "upToGrams", grams, "charge", charge, "carrierCost", "2000", "timed", "yes"
        };
    }

    private void open(Guest shop, Language language, String zone) {
        String root = "/" + language.tag() + "/desk/shipping";
        String id = zone.substring(zone.lastIndexOf('/') + 1);
        assertThat(
                        shop.follow(
                                        shop.at(root)
                                                .post(
                                                        root + "/countries",
                                                        "country",
                                                        "IS",
                                                        "state",
                                                        "open",
                                                        "zone",
                                                        id))
                                .page())
                .contains(messages.text("shipping.told.country", language));
    }

    private String zoneOf(String prefecture) {
        return "/en/desk/shipping/"
                + Await.value(
                        database.sql("select zone_id from shipping.prefecture where code = :code")
                                .bind("code", prefecture)
                                .mapValue(UUID.class)
                                .one());
    }

    private ShippingQuote quote(Destination destination) {
        Await.value(tariff.refresh());
        return Await.value(shipping.quote(destination, CUSHION));
    }
}
