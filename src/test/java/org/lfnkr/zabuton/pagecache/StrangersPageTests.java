package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Nobody sees anything of another's: whatever several visitors do, in whatever order, each gets the
 * page that the application makes for them alone.
 */
@PageCacheTest
class StrangersPageTests {

    private static final String CROSS = "/en/products/standing-cross";
    private static final String NATURAL = CROSS + "?colour=natural";

    private static final List<String> PATHS =
            List.of(
                    "/en",
                    "/ja",
                    "/en/products",
                    "/ja/products",
                    CROSS,
                    NATURAL,
                    "/ja/products/standing-cross?colour=natural",
                    "/en/about",
                    "/ja/faq",
                    "/en/give",
                    "/ja/give",
                    "/en/disclosure",
                    "/en/how-we-count");

    private static final List<String> PARAMETERS =
            List.of(
                    "utm_source=paper",
                    "gclid=7",
                    "every=once",
                    "amount=3000",
                    "quantity=x&told=y");

    /**
     * The address of a page is told where its language is switched and by its forms, which have
     * tokens.
     */
    private static final Pattern OWN =
            Pattern.compile(
                    "<input type=\"hidden\" name=\"(_csrf|_page)\" value=\"[^\"]*\" ?/?>"
                            + "|<[^<>]*(masthead__switch|hreflang=)[^<>]*>");

    @Autowired SignInSamples samples;
    @LocalServerPort int port;

    private final Random random = new Random(20261128);

    @Test
    @Timeout(120)
    void everybodySeesTheirOwnPages() {
        List<Guest> guests =
                List.of(
                        samples.guest(),
                        samples.guest(),
                        samples.guest(),
                        samples.signedIn(SignInSamples.newAddress()),
                        samples.guest().atDesk());
        int kept = 0;
        for (int i = 0; i < 60; i++) {
            Guest who = any(guests);
            act(who);
            String path = path();
            Guest twin = twin(who);
            Guest.Answer answer = who.get(path);
            kept += answer.header("ETag").isEmpty() ? 0 : 1;
            Guest.Answer own = twin.get(path + (path.contains("?") ? "&" : "?") + "fresh=1");
            assertThat(answer.status()).isEqualTo(own.status());
            assertThat(plain(answer)).as(path + " " + who.cookieNames()).isEqualTo(plain(own));
            assertThat(answer.header("Set-Cookie")).doesNotContain("__Host-cart");
        }
        // Else this would say nothing.
        assertThat(kept).isGreaterThan(15);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String path() {
        String path = any(PATHS);
        return random.nextInt(4) > 0
                ? path
                : path + (path.contains("?") ? "&" : "?") + any(PARAMETERS);
    }

    /** What changes the pages of whoever does it, and of nobody else. */
    private void act(Guest who) {
        switch (random.nextInt(12)) {
            case 0, 1 ->
                    who.follow(
                            who.at(NATURAL)
                                    .post(
                                            "/en/cart/lines",
                                            "quantity",
                                            "" + (1 + random.nextInt(3))));
            case 2 -> who.postUnasked("/en/cart/destination", "to", any(List.of("27", "47", "US")));
            case 3 -> who.at("/en/give").post("/en/give", "name", "Somebody " + random.nextInt(9));
            case 4 -> who.plant("__Host-told", any(List.of("cart.said.added", "nothing")));
            case 5 -> who.plant("__Host-cart", "made.up");
            case 6, 7 -> who.forget("__Host-told");
            case 8, 9 -> who.forget("__Host-give");
            default -> {
                // Looks around.
            }
        }
    }

    /** Has the same cookies; what one is told once the other is told as well. */
    private Guest twin(Guest who) {
        Guest twin = new Guest(port);
        who.cookieNames().forEach(name -> twin.plant(name, who.cookie(name)));
        return twin;
    }

    private static String plain(Guest.Answer answer) {
        return OWN.matcher(answer.html()).replaceAll("");
    }

    @Test
    void whatOneDoesIsNotOnThePageOfAnother() {
        Guest one = samples.guest();
        Guest other = samples.guest();
        one.at(NATURAL).post("/en/cart/lines", "quantity", "3");
        one.forget("__Host-told");
        List<String> seen = new ArrayList<>();
        for (String path : PATHS) {
            assertThat(one.get(path).html()).contains("class=\"count\"").contains("<span>3</span>");
            seen.add(other.get(path).html());
        }
        assertThat(seen).noneMatch(page -> page.contains("class=\"count\""));
        assertThat(other.cookieNames()).isEmpty();
    }
}
