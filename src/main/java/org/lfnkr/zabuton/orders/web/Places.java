package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.Country;
import org.lfnkr.zabuton.shipping.JapaneseRegion;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.shipping.Shipping;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where to send to, as a select offers it: by region, so that people find their place. */
@Component
class Places {

    private final Shipping shipping;

    Places(Shipping shipping) {
        this.shipping = shipping;
    }

    /** A choice of a select. */
    record Place(String value, String label) {}

    /** Choices under one heading. */
    record Region(String label, List<Place> options) {

        Region {
            options = List.copyOf(options);
        }
    }

    /**
     * @param value what a prefecture is sent as
     */
    static List<Region> japan(Language language, Function<Prefecture, String> value) {
        return Stream.of(JapaneseRegion.values())
                .map(
                        region ->
                                new Region(
                                        region.words().in(language),
                                        region.prefectures().stream()
                                                .map(it -> place(it, value, language))
                                                .toList()))
                .toList();
    }

    private static Place place(
            Prefecture prefecture, Function<Prefecture, String> value, Language language) {
        return new Place(value.apply(prefecture), prefecture.words().in(language));
    }

    /** Every other country that was decided about, by continent. */
    Mono<List<Region>> abroad(Language language) {
        return shipping.countries()
                .filter(country -> !country.code().equals(AddressReader.JAPAN))
                .sort(Country.byContinent(language))
                .windowUntilChanged(country -> country.continent().in(language))
                .concatMap(continent -> continent.collectList())
                .map(countries -> region(countries, language))
                .collectList();
    }

    private static Region region(List<Country> countries, Language language) {
        return new Region(
                countries.getFirst().continent().in(language),
                countries.stream()
                        .map(it -> new Place(it.code(), it.name().in(language)))
                        .toList());
    }
}
