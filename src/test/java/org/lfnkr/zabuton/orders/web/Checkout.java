package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;

/** What buyers do on their way to the last screen, for tests that begin there. */
final class Checkout {

    private Checkout() {}

    /**
     * @param product behind the language, with its colour, such as {@code
     *     /products/knit-hat?colour=wool}
     */
    static void puts(Guest buyer, Language language, String product, int pieces) {
        String root = root(language);
        buyer.at(root + product).post(root + "/cart/lines", "quantity", String.valueOf(pieces));
    }

    /** One lap blanket: it is made to order, so no other test can have bought the last one. */
    static void putsABlanket(Guest buyer, Language language) {
        puts(buyer, language, "/products/lap-blanket", 1);
    }

    /**
     * @param choice as the form of the cart has it, such as {@code free}
     */
    static void gives(Guest buyer, Language language, String choice, String amount) {
        String cart = root(language) + "/cart";
        buyer.at(cart).post(cart + "/gift", "gift", choice, "amount", amount);
    }

    /** Answers for an address in Tokyo. */
    static void answers(Guest buyer, Language language, String email) {
        String checkout = root(language) + "/checkout";
        Guest.Answer answer =
                buyer.at(checkout)
                        .post(
                                checkout,
                                "email",
                                email,
                                "name",
                                "Name",
                                "postalCode",
                                "1500001",
                                "prefecture",
                                "13",
                                "city",
                                "City",
                                "street",
                                "1-2-3",
                                "action",
                                "check");
        assertThat(answer.location()).isEqualTo(checkout + "/check");
    }

    private static String root(Language language) {
        return "/" + language.tag();
    }
}
