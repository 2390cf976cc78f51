package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.shipping.PostalCode;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one name with its address. No input or output. */
final class AddressReader {

    static final String JAPAN = "JP";

    static final String COUNTRY = "country";
    static final String NAME = "name";
    static final String POSTAL_CODE = "postalCode";
    static final String PREFECTURE = "prefecture";
    static final String CITY = "city";
    static final String STREET = "street";
    static final String BUILDING = "building";
    static final String ADDRESS = "address";
    static final String PHONE = "phone";

    /** Which of two places was meant; see {@link PlaceQuestion}. */
    static final String SURE = "sure";

    /** Everything an address may be asked for. */
    static final List<String> FIELDS =
            List.of(
                    COUNTRY,
                    NAME,
                    POSTAL_CODE,
                    PREFECTURE,
                    CITY,
                    STREET,
                    BUILDING,
                    ADDRESS,
                    PHONE,
                    SURE);

    private final Answers answers;
    private final PostalCodes codes;

    AddressReader(Answers answers, PostalCodes codes) {
        this.answers = answers;
        this.codes = codes;
    }

    /** An address is in Japan until another country is chosen. */
    static boolean isJapan(Map<String, String> typed) {
        return typed.getOrDefault(COUNTRY, JAPAN).equals(JAPAN);
    }

    /** Without words for the parcel. */
    Delivery read() {
        return isJapan(answers.typed()) ? inJapan() : abroad();
    }

    private Delivery inJapan() {
        String name = name();
        String postalCode = postalCode();
        String prefecture = prefecture();
        Prefecture.of(answers.value(PREFECTURE))
                .flatMap(it -> PlaceQuestion.inJapan(answers.typed(), it, codes.lookup(postalCode)))
                .ifPresent(answers::note);
        String address =
                Stream.of(
                                answers.neededLine(CITY),
                                answers.neededLine(STREET),
                                answers.line(BUILDING))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        return new Delivery(name, JAPAN, postalCode, prefecture, address, "", "");
    }

    private Delivery abroad() {
        String country = Typed.code(answers.value(COUNTRY));
        if (!country.matches("[A-Z]{2}")) {
            answers.refuse(COUNTRY, "country.missing");
        } else {
            PlaceQuestion.abroad(answers.typed(), country).ifPresent(answers::note);
        }
        return new Delivery(
                name(),
                country,
                Typed.code(answers.line(POSTAL_CODE)),
                null,
                answers.neededLines(ADDRESS),
                Typed.code(answers.line(PHONE)),
                "");
    }

    /** It stands on papers. */
    private String name() {
        return answers.onPaper(NAME, answers.neededLine(NAME));
    }

    private String postalCode() {
        if (Typed.code(answers.value(POSTAL_CODE)).isEmpty()) {
            answers.refuse(POSTAL_CODE, "postalCode.missing");
            return "";
        }
        Optional<PostalCode> code = PostalCode.parse(answers.value(POSTAL_CODE));
        if (code.isEmpty()) {
            answers.refuse(POSTAL_CODE, "postalCode.malformed");
        }
        return code.map(PostalCode::digits).orElse("");
    }

    private @Nullable String prefecture() {
        String code = answers.value(PREFECTURE);
        boolean known = Stream.of(Prefecture.values()).anyMatch(it -> it.code().equals(code));
        return known ? code : answers.refuse(PREFECTURE, "prefecture.missing");
    }
}
