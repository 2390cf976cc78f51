package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.shipping.PostalCode;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.ArrayList;
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

    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_TEXT = 200;

    private final Map<String, String> typed;
    private final PostalCodes codes;
    private final List<Problem> problems = new ArrayList<>();

    private CheckoutReader(Map<String, String> typed, PostalCodes codes) {
        this.typed = typed;
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
        EmailAddress email = email();
        Delivery delivery = isJapan(typed) ? inJapan() : abroad();
        return email == null || !problems.isEmpty()
                ? new CheckoutAnswers.Bad(problems)
                : new CheckoutAnswers.Good(email, delivery);
    }

    private @Nullable EmailAddress email() {
        String text = Typed.code(value(EMAIL));
        if (text.isEmpty()) {
            return refuse(EMAIL, "orders.checkout.email.missing");
        }
        Optional<EmailAddress> address = EmailAddress.parse(text);
        return address.isPresent()
                ? address.get()
                : refuse(EMAIL, "orders.checkout.email.malformed");
    }

    private Delivery inJapan() {
        String name = name();
        String postalCode = postalCode();
        String prefecture = prefecture();
        Prefecture.of(value(PREFECTURE))
                .flatMap(it -> PlaceQuestion.inJapan(typed, it, codes.lookup(postalCode)))
                .ifPresent(problems::add);
        String address =
                Stream.of(line(CITY, true), line(STREET, true), line(BUILDING, false))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        return new Delivery(name, JAPAN, postalCode, prefecture, address, "", text(MESSAGE, false));
    }

    private Delivery abroad() {
        String country = Typed.code(value(COUNTRY));
        if (!country.matches("[A-Z]{2}")) {
            refuse(COUNTRY, "orders.checkout.country.missing");
        } else {
            PlaceQuestion.abroad(typed, country).ifPresent(problems::add);
        }
        return new Delivery(
                name(),
                country,
                Typed.code(line(POSTAL_CODE, false)),
                null,
                text(ADDRESS, true),
                Typed.code(line(PHONE, false)),
                text(MESSAGE, false));
    }

    /** It stands on the receipt. */
    private String name() {
        String name = line(NAME, true);
        Glyphs.problem(NAME, name).ifPresent(problems::add);
        return name;
    }

    private String postalCode() {
        if (Typed.code(value(POSTAL_CODE)).isEmpty()) {
            refuse(POSTAL_CODE, "orders.checkout.postalCode.missing");
            return "";
        }
        Optional<PostalCode> code = PostalCode.parse(value(POSTAL_CODE));
        if (code.isEmpty()) {
            refuse(POSTAL_CODE, "orders.checkout.postalCode.malformed");
        }
        return code.map(PostalCode::digits).orElse("");
    }

    private @Nullable String prefecture() {
        String code = value(PREFECTURE);
        boolean known = Stream.of(Prefecture.values()).anyMatch(it -> it.code().equals(code));
        return known ? code : refuse(PREFECTURE, "orders.checkout.prefecture.missing");
    }

    private String line(String field, boolean needed) {
        return checked(field, Typed.line(value(field)), needed, LONGEST_LINE);
    }

    private String text(String field, boolean needed) {
        return checked(field, Typed.lines(value(field)), needed, LONGEST_TEXT);
    }

    private String checked(String field, String text, boolean needed, int longest) {
        if (needed && text.isEmpty()) {
            refuse(field, "orders.checkout." + field + ".missing");
        }
        if (Typed.length(text) > longest) {
            refuse(field, "orders.checkout.too-long", longest, Typed.length(text));
        }
        return text;
    }

    private <T> @Nullable T refuse(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
        return null;
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
