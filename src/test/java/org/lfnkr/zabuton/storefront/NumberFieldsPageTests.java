package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every field that takes a number, with what is none: it is refused beside the field, and stays in
 * it.
 */
@ModuleTest
class NumberFieldsPageTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?s)<(?:input|div)[^>]*?\\bname=(?:\\$\\{part.of\\()?'?\"?(\\w+)[^>]*inputmode='?\"?numeric");
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"([^\"]+)\"");

    private static final List<String> HOSTILE =
            List.of("3000.00", "３０００．００", "3000,50", "-3", "1 2", "1e4", "1.5", "３　０", "");

    /** Of one page: where there is a field for each fund, other tests' funds are many and alike. */
    private static final int MOST_FIELDS = 8;

    private static final Pattern NUMBER =
            Pattern.compile("<input\\b[^>]*inputmode=\"numeric\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");

    /** Where a number is asked for; a new one fails here until it is tried here too. */
    private static final List<String> KNOWN =
            List.of(
                    // Those of the bank are of an account or a paper: BankPageTests.
                    "banking/bank.html balance",
                    "banking/bank.html closing",
                    "banking/bank.html day",
                    "banking/bank.html in",
                    "banking/bank.html opening",
                    "banking/bank.html out",
                    "banking/bank.html rows",
                    "banking/bank.html skip",
                    "banking/bank.html text",
                    "catalog/product.html grams",
                    "catalog/product.html leadDays",
                    "catalog/product.html price",
                    "catalog/variant.html grams",
                    "catalog/variant.html leadDays",
                    "catalog/variant.html making",
                    "catalog/variant.html materials",
                    "catalog/variant.html packaging",
                    "catalog/variant.html price",
                    "catalog/words.html place",
                    "closing/corrections.html entry",
                    "closing/corrections.html yen",
                    // Those of counters belong to a bazaar: CounterPageTests.
                    "counter/bazaar.html amount",
                    "counter/bazaars.html change",
                    "counter/counts.html counted",
                    "counter/loss.html pieces",
                    "counter/till.html given",
                    // Those of a carrier's file come with a file: NumbersPageTests.
                    "fulfilment/numbers.html number",
                    "fulfilment/numbers.html order",
                    "funds/disbursements/draft.html fee",
                    "funds/disbursements/draft.html units",
                    "funds/disbursements/draft.html yen",
                    // That of what comes back belongs to a disbursement: DisbursementPageTests.
                    "funds/disbursements/return.html yen",
                    // Those of prices come with a file: PricesPageTests.
                    // Those of outcomes belong to a disbursement: OutcomePageTests.
                    "funds/outcomes/forms.html came",
                    "funds/outcomes/forms.html units",
                    "funds/outcomes/forms.html units",
                    "funds/outcomes/forms.html units",
                    "funds/outcomes/forms.html units",
                    "funds/outcomes/forms.html units",
                    "funds/price.html units",
                    "funds/price.html yen",
                    // That of a target is TargetFormTests'.
                    "funds/ripening.html days",
                    "funds/targets.html yen",
                    // That of a transfer comes with a file: TransferPageTests.
                    "funds/transfers/new.html yen",
                    "giving/amount.html other",
                    // That of a batch belongs to a batch: BatchPageTests.
                    "giving/batch.html yen",
                    "giving/batches.html gifts",
                    "giving/batches.html total",
                    "giving/mine.html other",
                    "orders/cart-gift.html amount",
                    "orders/cart.html quantity",
                    "orders/checkout-japan.html postalCode",
                    // Those of refunds belong to an order: RefundDeskPageTests,
                    // RefundTasksPageTests.
                    "refunds/form.html gift",
                    "refunds/form.html goodwill",
                    "refunds/form.html shipping",
                    "refunds/lines.html goodwill",
                    // Those of zones belong to a zone: TariffPageTests.
                    "shipping/zone.html carrierCost",
                    "shipping/zone.html charge",
                    "shipping/zone.html freeFrom",
                    "shipping/zone.html maxDays",
                    "shipping/zone.html minDays",
                    "shipping/zone.html upToGrams",
                    // Codes of the spare way in: SparePageTests.
                    "staff/authenticator.html code",
                    "staff/spare-code.html code",
                    "stock/count.html counted",
                    "stock/piece.html lowAt",
                    "stock/piece.html quantity",
                    "storefront/product.html quantity",
                    "supporters/address-code.html code",
                    "supporters/proof.html code",
                    "supporters/sign-in-code.html code");

    @Autowired Messages messages;
    @LocalServerPort int port;

    @Test
    void knowsEveryFieldThatAsksForANumber() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> fields =
                    files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> !file.endsWith("web/field.html"))
                            .flatMap(NumberFieldsPageTests::fields)
                            .sorted()
                            .toList();

            assertThat(fields).isEqualTo(KNOWN);
        }
    }

    private static Stream<String> fields(Path file) {
        try {
            return FIELD.matcher(Files.readString(file))
                    .results()
                    .map(found -> TEMPLATES.relativize(file) + " " + found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/new",
                "/products/knit-cushion",
                "/products/knit-cushion/variants/CUSHION-INDIGO",
                "/bazaars",
                "/corrections",
                "/stock/pieces/CUSHION-INDIGO",
                "/stock/counts/CUSHION-INDIGO",
                "/batches",
                "/disbursements/new",
                "/policies",
                "/ripening",
                "/targets"
            })
    void asksStaffAgain(String place) {
        Guest staff = new Guest(port).atDesk();
        String address = "/en/desk" + place;
        String page = staff.get(address).html();
        Set<String> numbers =
                NUMBER.matcher(page)
                        .results()
                        .flatMap(field -> NAME.matcher(field.group()).results())
                        .map(name -> name.group(1))
                        .distinct()
                        .sorted()
                        .limit(MOST_FIELDS)
                        .collect(Collectors.toSet());
        int tried = 0;
        for (PageForm form : PageForm.of(page)) {
            for (String field : form.names()) {
                if (numbers.contains(field)) {
                    HOSTILE.stream()
                            .filter(typed -> !typed.isEmpty())
                            .forEach(typed -> asksAgain(staff, address, form, field, typed));
                    tried++;
                }
            }
        }

        assertThat(tried).isEqualTo(numbers.size()).isPositive();
    }

    private static void asksAgain(
            Guest staff, String address, PageForm form, String field, String typed) {
        Answer answer = staff.at(address).post(form.action(), field, typed);

        assertThat(answer.status()).as(field + " " + typed).isEqualTo(422);
        assertThat(answer.page()).as(field).contains("value=\"" + typed + "\"");
    }

    static Stream<Language> languages() {
        return Stream.of(Language.values());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asksAgainOnTheProductsPageHowMany(Language language) {
        for (String typed : HOSTILE) {
            Guest guest = new Guest(port);
            Answer answer = adds(guest, language, typed);

            assertThat(answer.location()).as(typed).contains("/products/knit-cushion");
            assertThat(guest.get(path(answer)).page())
                    .as(typed)
                    .contains(value("quantity", typed))
                    .contains(messages.text("orders.line.refused.malformed", language, 99));
            assertThat(guest.get("/en/cart").page())
                    .contains(messages.text("orders.cart.empty", Language.EN));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void capsNoNumberInSilence(Language language) {
        Guest guest = new Guest(port);

        String asked = guest.get(path(adds(guest, language, "999"))).page();

        assertThat(asked)
                .contains("value=\"999\"")
                .contains(messages.text("orders.line.refused.too-many", language, 99));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asksAgainInTheCartHowMany(Language language) {
        Guest guest = new Guest(port);
        adds(guest, language, "2");
        String line = "/" + language.tag() + "/cart/lines/" + variant(guest, language);
        for (String typed : HOSTILE) {
            Answer answer = guest.at(cart(language)).post(line, "quantity", typed);

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.page())
                    .as(typed)
                    .contains("value=\"" + typed + "\"")
                    .contains(messages.text("orders.line.refused.malformed", language, 99));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asksAgainHowMuchToAddToAnOrder(Language language) {
        Guest guest = new Guest(port);
        adds(guest, language, "2");
        for (String typed : HOSTILE) {
            Answer answer =
                    guest.at(cart(language))
                            .post(cart(language) + "/gift", "gift", "free", "amount", typed);

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.page())
                    .as(typed)
                    .contains(value("amount", typed))
                    .contains(messages.text("orders.gift.amount.malformed", language));
        }
    }

    @Test
    void takesAGiftThatIsTypedWithoutItsButton() {
        Guest guest = new Guest(port);
        adds(guest, Language.EN, "1");

        guest.at("/en/cart").post("/en/cart/gift", "amount", "１，２３４");

        assertThat(guest.get("/en/cart").page()).contains("<dd>¥1,234</dd>");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asksAgainHowMuchToGive(Language language) {
        String give = "/" + language.tag() + "/give";
        Guest guest = new Guest(port);
        for (String typed : HOSTILE) {
            Answer answer = guest.at(give).post(give, "amount", "other", "other", typed);

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.page())
                    .as(typed)
                    .contains("value=\"" + typed + "\"")
                    .contains(messages.text("giving.other.malformed", language));
        }
    }

    private static String value(String field, String typed) {
        return "id=\"%s\" name=\"%s\" type=\"text\" value=\"%s\"".formatted(field, field, typed);
    }

    /** Not yet encoded, as the client wants it. */
    private static String path(Answer answer) {
        return UriUtils.decode(answer.location(), StandardCharsets.UTF_8);
    }

    private static String cart(Language language) {
        return "/" + language.tag() + "/cart";
    }

    private static Answer adds(Guest guest, Language language, String quantity) {
        return guest.post(
                "/" + language.tag() + "/cart/lines",
                "variant",
                variant(guest, language),
                "quantity",
                quantity);
    }

    private static String variant(Guest guest, Language language) {
        String page = "/" + language.tag() + "/products/knit-cushion";
        Matcher found = VARIANT.matcher(guest.get(page).page());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
