package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.kernel.EmailAddress;
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

/** Reads a checkout's answers, kindly: any width, any hyphen, any spaces. No input or output. */
final class CheckoutReader {

    static final String JAPAN = "JP";

    static final String COUNTRY = "country";
    static final String EMAIL = "email";
    static final String NAME = "name";
    static final String POSTAL_CODE = "postalCode";
    static final String PREFECTURE = "prefecture";
    static final String CITY = "city";
    static final String STREET = "street";
    static final String BUILDING = "building";
    static final String ADDRESS = "address";
    static final String PHONE = "phone";
    static final String MESSAGE = "message";

    /** Which of two places was meant; see {@link PlaceQuestion}. */
    static final String SURE = "sure";

    /** Everything a checkout may ask for. */
    static final List<String> FIELDS =
            List.of(
                    COUNTRY,
                    EMAIL,
                    NAME,
                    POSTAL_CODE,
                    PREFECTURE,
                    CITY,
                    STREET,
                    BUILDING,
                    ADDRESS,
                    PHONE,
                    MESSAGE,
                    SURE);

    private final Answers answers;
    private final PostalCodes codes;

    private CheckoutReader(Map<String, String> typed, PostalCodes codes) {
        this.answers = new Answers("orders.checkout", typed);
        this.codes = codes;
    }

    static CheckoutAnswers read(Map<String, String> typed, PostalCodes codes) {
        return new CheckoutReader(typed, codes).read();
    }

    /** A checkout is for Japan until another country is chosen. */
    static boolean isJapan(Map<String, String> typed) {
        return typed.getOrDefault(COUNTRY, JAPAN).equals(JAPAN);
    }

    private CheckoutAnswers read() {
        EmailAddress email = answers.email(EMAIL);
        Delivery delivery = isJapan(answers.typed()) ? inJapan() : abroad();
        return email == null || !answers.problems().isEmpty()
                ? new CheckoutAnswers.Bad(answers.problems())
                : new CheckoutAnswers.Good(email, delivery);
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
        return new Delivery(
                name, JAPAN, postalCode, prefecture, address, "", answers.lines(MESSAGE));
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
                answers.lines(MESSAGE));
    }

    /** It stands on the receipt. */
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
