package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.lfnkr.zabuton.support.Guest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a guest so far that every form has something to work on. */
final class HostileSteps {

    private static final Pattern VARIANT = Pattern.compile("name=\"variant\"[^>]*value=\"([^\"]+)");
    private static final Pattern PRODUCT = Pattern.compile("href=\"(/en/products/[^\"?#]+)");

    private HostileSteps() {}

    static void walk(Guest guest) {
        String product = find(PRODUCT, guest.get("/en/products").page());
        String variant = find(VARIANT, guest.get(product).page());
        guest.post("/en/cart/lines", "variant", variant, "quantity", "1");
        guest.get("/en/checkout");
        guest.post(
                "/en/checkout",
                "email",
                "hostile@example.org",
                "name",
                "Name",
                "postalCode",
                "1000001",
                "prefecture",
                "13",
                "city",
                "Chiyoda",
                "street",
                "1-1");
        guest.get("/en/give");
        guest.post(
                "/en/give",
                "frequency",
                "once",
                "amount",
                "other",
                "other",
                "3000",
                "name",
                "Name",
                "email",
                "hostile@example.org",
                "action",
                "check");
        assertThat(guest.get("/en/checkout/check").status()).isEqualTo(200);
        assertThat(guest.get("/en/give/check").status()).isEqualTo(200);
    }

    private static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
