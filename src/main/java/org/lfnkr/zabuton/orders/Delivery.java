package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.shipping.Country;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom and where an order goes. It is kept in the vault only.
 *
 * @param name as it stands on the parcel and on the receipt
 * @param country ISO 3166-1 alpha-2
 * @param postalCode seven digits in Japan; as typed, or empty, elsewhere
 * @param prefecture JIS X 0401 code in Japan, null elsewhere
 * @param address what stands between postal code and name, a line each
 * @param phone or empty
 * @param message words to go with the parcel, or empty
 * @param orderer who ordered it, where somebody else gets it; null where it goes to the buyer
 */
public record Delivery(
        String name,
        String country,
        String postalCode,
        @Nullable String prefecture,
        String address,
        String phone,
        String message,
        @Nullable Orderer orderer) {

    /**
     * Who orders something for somebody else.
     *
     * @param home their own name and address, without words
     * @param named whether their name goes with the parcel
     */
    public record Orderer(Delivery home, boolean named) {}

    /** To the buyer's own address. */
    public Delivery(
            String name,
            String country,
            String postalCode,
            @Nullable String prefecture,
            String address,
            String phone,
            String message) {
        this(name, country, postalCode, prefecture, address, phone, message, null);
    }

    /** Whether somebody else gets it than who ordered it. */
    public boolean toAnother() {
        return orderer != null;
    }

    /** Name and address of who ordered it. */
    public Delivery home() {
        return orderer == null ? this : orderer.home();
    }

    /** Whose name goes with a parcel to somebody else, as the buyer wishes; or empty. */
    public String from() {
        return orderer != null && orderer.named() ? orderer.home().name() : "";
    }

    /**
     * The same with words for the parcel.
     *
     * @param buyer who ordered it, where this is somebody else's address; null otherwise
     */
    public Delivery with(String words, @Nullable Orderer buyer) {
        return new Delivery(name, country, postalCode, prefecture, address, phone, words, buyer);
    }

    public Destination destination() {
        return new Destination(country, prefecture);
    }

    /** Name, postal code, prefecture, address and country, as far as there are any, a line each. */
    public String asText() {
        return Stream.of(name, postalCode, prefectureName(), address, country)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** As it stands on a label, a line each: in Japan from the large to the small, with 様. */
    public List<String> asLabel() {
        Stream<String> lines =
                country.equals(Destination.JAPAN)
                        ? Stream.of("〒" + hyphenated(), prefectureName(), address, name + "　様")
                        : Stream.of(
                                name,
                                address,
                                postalCode,
                                Country.nameOf(country).en().toUpperCase(Locale.ROOT));
        return lines.flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    }

    private String hyphenated() {
        return postalCode.replaceFirst("^(\\d{3})(\\d{4})$", "$1-$2");
    }

    private String prefectureName() {
        return prefecture == null
                ? ""
                : Prefecture.of(prefecture).map(known -> known.words().ja()).orElse("");
    }

    @Override
    public String toString() {
        return "Delivery[…]";
    }
}
