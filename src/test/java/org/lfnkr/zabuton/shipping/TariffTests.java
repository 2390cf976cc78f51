package org.lfnkr.zabuton.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class TariffTests {

    private static final Bilingual REASON = new Bilingual("No post", "郵便なし");
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID AWAY = UUID.randomUUID();
    private static final Rate LIGHT = rate(1000, 600, 570);
    private static final Rate HEAVY = rate(5000, 1050, 1020);
    private static final Rate FAR = rate(500, 1900, 1850);

    private static final Tariff TARIFF =
            new Tariff(
                    List.of(
                            new Country("JP", CountryNames.of("JP"), true, null),
                            new Country("KR", CountryNames.of("KR"), true, null),
                            new Country("US", CountryNames.of("US"), false, REASON)),
                    Map.of(
                            HOME, zone("Honshu", Money.yen(10_000), List.of(HEAVY, LIGHT)),
                            AWAY, zone("East Asia", null, List.of(FAR))),
                    Map.of("13", HOME, "KR", AWAY, "US", AWAY));

    @Test
    void takesTheLightestRateThatCarriesTheParcel() {
        assertThat(quoted("JP", "13", 1000, 3200).rateId()).isEqualTo(LIGHT.id());
        assertThat(quoted("JP", "13", 1001, 3200).rateId()).isEqualTo(HEAVY.id());
    }

    @Test
    void isFreeFromTheThresholdOnButStillCostsUs() {
        assertThat(quoted("JP", "13", 900, 9_999).charge()).isEqualTo(Money.yen(600));
        assertThat(quoted("JP", "13", 900, 10_000).charge()).isEqualTo(Money.ZERO);
        assertThat(quoted("JP", "13", 900, 10_000).carrierCost()).isEqualTo(Money.yen(570));
    }

    @Test
    void isNeverFreeWithoutAThreshold() {
        assertThat(quoted("KR", null, 500, 90_000).charge()).isEqualTo(Money.yen(1900));
    }

    @Test
    void refusesWhatIsTooHeavy() {
        assertThat(quote("JP", "13", 5001)).isEqualTo(new Refused(Refusals.TOO_HEAVY));
    }

    @Test
    void refusesAClosedCountryWithItsReason() {
        assertThat(quote("US", null, 300)).isEqualTo(new Refused(REASON));
    }

    @Test
    void refusesACountryNobodyDecidedAbout() {
        assertThat(quote("AQ", null, 300)).isEqualTo(new Refused(Refusals.UNKNOWN_COUNTRY));
    }

    @Test
    void asksForThePrefecture() {
        Refused unknown = new Refused(Refusals.UNKNOWN_PREFECTURE);

        assertThat(quote("JP", null, 300)).isEqualTo(unknown);
        assertThat(quote("JP", "99", 300)).isEqualTo(unknown);
    }

    @Test
    void namesCountriesInBothLanguagesAndSortsThemAfterJapan() {
        assertThat(CountryNames.of("KR")).isEqualTo(new Bilingual("South Korea", "韓国"));
        assertThat(TARIFF.countries().stream().sorted(Country.order(Language.JA)))
                .extracting(Country::code)
                .startsWith("JP");
    }

    @ParameterizedTest
    @CsvSource({
        "HK,Hong Kong,香港",
        "MO,Macao,マカオ",
        "US,United States,アメリカ",
        "GB,United Kingdom,イギリス"
    })
    void callsCountriesAsPeopleDo(String code, String en, String ja) {
        assertThat(CountryNames.of(code)).isEqualTo(new Bilingual(en, ja));
    }

    @Test
    void everyCountryHasAContinentAndNoNameIsAnAuthoritys() {
        assertThat(Locale.getISOCountries())
                .filteredOn(code -> !code.equals("AQ"))
                .allSatisfy(
                        code -> {
                            assertThat(CountryNames.placeOfContinent(code))
                                    .as(code)
                                    .isNotNegative();
                            assertThat(CountryNames.of(code).ja())
                                    .doesNotContain("特別行政区", "人民共和国香港");
                        });
    }

    @Test
    void everyPrefectureStandsInOneRegionAndInItsOrder() {
        assertThat(
                        Stream.of(JapaneseRegion.values())
                                .flatMap(region -> region.prefectures().stream()))
                .containsExactly(Prefecture.values());
        assertThat(JapaneseRegion.KANTO.prefectures())
                .startsWith(Prefecture.IBARAKI)
                .endsWith(Prefecture.KANAGAWA);
    }

    private static Quoted quoted(
            String country, @Nullable String prefecture, int grams, long goods) {
        Destination destination = new Destination(country, prefecture);
        return (Quoted) TARIFF.quote(destination, new Parcel(grams, Money.yen(goods)));
    }

    private static ShippingQuote quote(String country, @Nullable String prefecture, int grams) {
        Destination destination = new Destination(country, prefecture);
        return TARIFF.quote(destination, new Parcel(grams, Money.yen(3200)));
    }

    private static Rate rate(int upToGrams, long charge, long carrierCost) {
        return new Rate(
                UUID.randomUUID(), upToGrams, Money.yen(charge), Money.yen(carrierCost), false);
    }

    private static Zone zone(String name, @Nullable Money freeFrom, List<Rate> rates) {
        return new Zone(new Bilingual(name, name), freeFrom, 2, 4, rates);
    }
}
