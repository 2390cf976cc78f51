package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.Country;
import org.lfnkr.zabuton.shipping.PostalTown;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Choice;
import org.lfnkr.zabuton.web.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks which place is meant where two answers name two: what shipping costs hangs on one of them.
 * Whoever answers is believed, since a directory can be behind the times.
 */
final class PlaceQuestion {

    private PlaceQuestion() {}

    /**
     * @param towns of the postal code; none where it is unknown
     */
    static Optional<Problem> inJapan(
            Map<String, String> typed, Prefecture chosen, List<PostalTown> towns) {
        return ofCode(chosen, towns)
                .or(() -> named(chosen, typed))
                .filter(implied -> !isSettled(typed, chosen.code(), implied.code()))
                .map(
                        implied ->
                                ask(
                                        AddressReader.PREFECTURE,
                                        new Place(chosen.code(), chosen.words()),
                                        new Place(implied.code(), implied.words())));
    }

    /** A code that spans prefectures agrees with each of them. */
    private static Optional<Prefecture> ofCode(Prefecture chosen, List<PostalTown> towns) {
        return towns.stream().anyMatch(town -> town.prefectureCode().equals(chosen.code()))
                ? Optional.empty()
                : towns.stream().findFirst().flatMap(town -> Prefecture.of(town.prefectureCode()));
    }

    /** Many begin the address with its prefecture. */
    private static Optional<Prefecture> named(Prefecture chosen, Map<String, String> typed) {
        return Stream.of(AddressReader.CITY, AddressReader.STREET)
                .map(field -> typed.getOrDefault(field, "").strip())
                .flatMap(
                        line ->
                                Stream.of(Prefecture.values())
                                        .filter(it -> line.startsWith(it.words().in(Language.JA))))
                .filter(it -> it != chosen)
                .findFirst();
    }

    /**
     * @param chosen a country's code
     */
    static Optional<Problem> abroad(Map<String, String> typed, String chosen) {
        return last(typed.getOrDefault(AddressReader.ADDRESS, ""))
                .flatMap(Country::named)
                .filter(implied -> !implied.equals(chosen))
                .filter(implied -> !isSettled(typed, chosen, implied))
                .map(
                        implied ->
                                ask(
                                        AddressReader.COUNTRY,
                                        new Place(chosen, Country.nameOf(chosen)),
                                        new Place(implied, Country.nameOf(implied))));
    }

    /** A country stands at the end of an address, on a line of its own or after a comma. */
    private static Optional<String> last(String address) {
        return Stream.of(address.split("[\\n,、，]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .reduce((before, part) -> part);
    }

    private record Place(String code, Bilingual name) {}

    private static boolean isSettled(Map<String, String> typed, String chosen, String implied) {
        return typed.getOrDefault(AddressReader.SURE, "").equals(chosen + ":" + implied);
    }

    private static Problem ask(String field, Place chosen, Place implied) {
        String sure = AddressReader.SURE + "=" + chosen.code() + ":" + implied.code();
        return Problem.of(
                        field,
                        "orders.checkout." + field + ".question",
                        chosen.name(),
                        implied.name())
                .with(
                        Choice.of(
                                field + "=" + implied.code(),
                                "orders.checkout.place.meant",
                                implied.name()),
                        Choice.of(sure, "orders.checkout.place.meant", chosen.name()));
    }
}
