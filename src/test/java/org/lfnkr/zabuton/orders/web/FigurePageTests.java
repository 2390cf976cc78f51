package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the shop says a cart could fund, from the shelf to the order. */
@ModuleTest
class FigurePageTests {

    private static final Pattern CLAIM = Pattern.compile("This could fund ([\\d,]+) kg of rice\\.");
    private static final List<String> PIECES =
            List.of(
                    "knit-cushion?colour=indigo",
                    "knit-cushion?colour=wool",
                    "knit-cushion-pair?colour=moss",
                    "wooden-cross?colour=natural",
                    "standing-cross?colour=walnut",
                    "ribbed-scarf?colour=indigo",
                    "coaster-set?colour=indigo",
                    "mittens?colour=persimmon",
                    "lap-blanket?colour=wool");
    private static final List<String> PLACES =
            List.of("JP-13", "JP-01", "JP-47", "KR", "DE", "CA", "BR");

    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    /** 12,800 - 1,163 tax - 507 fee - 570 carrier - 6,160 costs = 4,400, and 30 kg cost 5,400. */
    @Test
    void reckonsTheCarrierInWhereShippingIsFree() {
        Guest guest = new Guest(port);

        assertThat(claim(guest.get("/en/products/lap-blanket?colour=wool"))).isEqualTo(24);
        put(guest, "lap-blanket?colour=wool", 1);
        assertThat(claim(guest.get("/en/cart"))).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverFallsOnTheWayUnlessTheBuyerChangesSomething(long seed) {
        Random random = new Random(seed);
        String place = PLACES.get(random.nextInt(PLACES.size()));
        Guest guest = new Guest(port);
        String first = fill(guest, random, place);
        long inCart = claim(guest.get("/en/cart"));

        checkOut(guest, place);
        Guest.Answer check = guest.get("/en/checkout/check");

        if (!check.page().contains("name=\"total\"")) {
            return; // too heavy for one parcel: nothing was claimed either
        }
        assertThat(claim(check)).as("%s to %s", first, place).isEqualTo(inCart);
        assertThat(check.page()).doesNotContain("It was ");
        assertThat(claim(guest.get("/en/cart"))).isEqualTo(inCart);
    }

    @ParameterizedTest
    @CsvSource({
        "knit-cushion?colour=indigo, JP-13",
        "lap-blanket?colour=wool, JP-47",
        "ribbed-scarf?colour=indigo, DE"
    })
    void isTheSameOnThePageOfOnePieceAndInTheOrder(String piece, String place) {
        Guest guest = new Guest(port);
        put(guest, piece, 1);
        sendTo(guest, place);
        long onPage = claim(guest.get("/en/products/" + piece));

        assertThat(claim(guest.get("/en/cart"))).isEqualTo(onPage);
        checkOut(guest, place);
        assertThat(claim(guest.get("/en/checkout/check"))).isEqualTo(onPage);
        guest.post("/en/orders");
        assertThat(promised()).isEqualTo(onPage);
    }

    /** A cart of four cushions travels free within Honshu, and costs us more to Germany. */
    @Test
    void saysWhyWhenItFalls() {
        Guest guest = new Guest(port);
        put(guest, "knit-cushion?colour=indigo", 4);
        long toTokyo = claim(guest.get("/en/cart"));
        assertThat(guest.get("/en/cart").page()).contains("Counted for a parcel to Tokyo");

        put(guest, "lap-blanket?colour=wool", 1);
        long more = claim(guest.get("/en/cart"));
        assertThat(more).isGreaterThan(toTokyo);

        sendTo(guest, "DE");
        Guest.Answer abroad = guest.get("/en/cart");

        assertThat(claim(abroad)).isLessThan(more);
        assertThat(abroad.page())
                .contains("It was " + more + " kg of rice before: the parcel now goes to Germany");
        assertThat(guest.get("/en/cart").page()).doesNotContain("It was ");
    }

    @Test
    void keepsTheDestinationAndCarriesItIntoTheCheckout() {
        Guest guest = new Guest(port);
        put(guest, "knit-hat?colour=indigo", 1);
        sendTo(guest, "DE");

        assertThat(guest.get("/en/cart").html()).containsPattern("value=\"DE\"[^>]* selected");
        assertThat(guest.get("/en/products/knit-hat").page()).contains("Shipping to Germany costs");
        assertThat(guest.get("/en/checkout").html()).containsPattern("value=\"DE\"[^>]* selected");

        sendTo(guest, "JP-47");
        assertThat(guest.get("/en/checkout").html()).containsPattern("value=\"47\"[^>]* selected");
    }

    @Test
    void followsTheAddressThatIsTypedAtTheCheckout() {
        Guest guest = new Guest(port);
        put(guest, "knit-hat?colour=indigo", 1);
        checkOut(guest, "JP-01");
        guest.get("/en/checkout/check");

        assertThat(guest.get("/en/cart").html()).containsPattern("value=\"JP-01\"[^>]* selected");
        assertThat(guest.get("/ja/products/knit-hat").page()).contains("北海道への送料");
    }

    @Test
    void claimsNothingForAPlaceThatNothingIsSentTo() {
        Guest guest = new Guest(port);
        put(guest, "knit-hat?colour=indigo", 1);
        sendTo(guest, "US");

        assertThat(guest.get("/en/cart").page()).doesNotContain("could fund");
        assertThat(guest.get("/en/products/knit-hat").page())
                .doesNotContain("could fund")
                .contains("does not take goods for sale to the United States");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "500", "1000"})
    void roundsUpWhatIsPaidInTheEnd(String step) {
        Guest guest = new Guest(port);
        put(guest, "knit-cushion?colour=indigo", 1);
        guest.at("/en/cart").post("/en/cart/gift", "gift", step);
        checkOut(guest, "JP-13");

        Matcher total =
                Pattern.compile("name=\"total\" value=\"(\\d+)\"")
                        .matcher(guest.get("/en/checkout/check").html());
        assertThat(total.find()).isTrue();
        assertThat(Long.parseLong(total.group(1)) % Long.parseLong(step)).isZero();
        assertThat(Long.parseLong(total.group(1))).isGreaterThanOrEqualTo(3_800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void saysNothingOfAPieceWhoseCostsNobodyKnows(String language) {
        String walnut =
                new Guest(port)
                        .get("/" + language + "/products/standing-cross?colour=walnut")
                        .page();

        assertThat(walnut)
                .doesNotContain("could fund", "could go toward", "Materials, making", "Where your")
                .doesNotContain("見込みです", "材料・製作", "残りません")
                .doesNotContainPattern("¥[\\d,]+のゆくえ");
    }

    /** The other colour of the same product can be claimed for, this one can't. */
    @Test
    void standsOnTheShelfUnderNoOtherPiecesClaim() {
        for (String card : new Guest(port).get("/en/products").page().split("<li")) {
            Matcher shown = Pattern.compile("/products/([a-z-]+\\?colour=[a-z]+)").matcher(card);
            if (shown.find()) {
                Guest.Answer page = new Guest(port).get("/en/products/" + shown.group(1));
                assertThat(claim(card)).as(shown.group(1)).isEqualTo(claim(page));
            }
        }
    }

    @Test
    void losesNothingForAPieceWhoseCostsNobodyKnows() {
        Guest guest = new Guest(port);
        put(guest, "knit-cushion?colour=indigo", 1);
        long alone = claim(guest.get("/en/cart"));
        put(guest, "standing-cross?colour=walnut", 1);

        assertThat(claim(guest.get("/en/cart"))).isEqualTo(alone);
    }

    @Test
    void promisesNothingForAnOrderOfThatPieceAlone() {
        Guest guest = new Guest(port);
        put(guest, "standing-cross?colour=walnut", 1);
        assertThat(guest.get("/en/cart").page()).doesNotContain("could", "After costs");
        checkOut(guest, "JP-13");
        guest.at("/en/checkout/check").post("/en/orders");

        assertThat(
                        Await.value(
                                database.sql(
                                                """
                                                select count(s.subject) from orders.line l
                                                left join impact.statement s on s.subject = l.order_id
                                                where l.sku = 'STANDING-WALNUT'
                                                  and (select count(*) from orders.line o
                                                       where o.order_id = l.order_id) = 1
                                                """)
                                        .mapValue(Long.class)
                                        .one()))
                .isZero();
    }

    private static String fill(Guest guest, Random random, String place) {
        List<String> pieces = new ArrayList<>(PIECES);
        Collections.shuffle(pieces, random);
        List<String> chosen = pieces.subList(0, 1 + random.nextInt(3));
        chosen.forEach(piece -> put(guest, piece, 1 + random.nextInt(2)));
        sendTo(guest, place);
        return chosen.toString();
    }

    private static void put(Guest guest, String piece, int quantity) {
        guest.at("/en/products/" + piece)
                .post("/en/cart/lines", "quantity", Integer.toString(quantity));
    }

    private static void sendTo(Guest guest, String place) {
        guest.at("/en/cart").post("/en/cart/destination", "to", place);
    }

    /** One of the place, since another one would be asked about. */
    private static String postalCode(String place) {
        return switch (place) {
            case "JP-01" -> "0600000";
            case "JP-13" -> "1500001";
            case "JP-47" -> "9000000";
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static void checkOut(Guest guest, String place) {
        if (place.startsWith("JP-")) {
            guest.at("/en/checkout?to=japan")
                    .post(
                            "/en/checkout",
                            "email",
                            "figures@example.org",
                            "name",
                            "Name",
                            "postalCode",
                            postalCode(place),
                            "prefecture",
                            place.substring(3),
                            "city",
                            "City",
                            "street",
                            "1-2-3");
        } else {
            guest.at("/en/checkout?to=abroad")
                    .post(
                            "/en/checkout",
                            "email",
                            "figures@example.org",
                            "name",
                            "Name",
                            "country",
                            place,
                            "address",
                            "1 Street, City");
        }
    }

    private static long claim(Guest.Answer answer) {
        return claim(answer.page());
    }

    /** Kilograms; zero where nothing is claimed. */
    private static long claim(String page) {
        Matcher claim = CLAIM.matcher(page);
        return claim.find() ? Long.parseLong(claim.group(1).replace(",", "")) : 0;
    }

    private long promised() {
        return Await.value(
                database.sql(
                                """
                                select s.promised_units from orders.orders o
                                join impact.statement s on s.subject = o.id
                                order by o.placed_at desc limit 1
                                """)
                        .mapValue(Long.class)
                        .one());
    }
}
