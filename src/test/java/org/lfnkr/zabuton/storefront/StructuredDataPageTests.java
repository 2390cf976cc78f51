package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What machines read of a page is what people read on it. */
@ModuleTest
class StructuredDataPageTests {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired Catalog catalog;
    @Autowired Formats formats;
    @Autowired Organisation organisation;
    @Autowired StructuredData data;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void homeSaysWhoRunsTheShop(Language language) {
        JsonNode who = data(page("", language));

        assertThat(who.path("@context").asString()).isEqualTo("https://schema.org");
        assertThat(who.path("@type").asString()).isEqualTo("Organization");
        assertThat(who.path("name").asString()).isEqualTo(organisation.name().in(language));
        assertThat(who.path("telephone").asString()).isEqualTo(organisation.phone());
        assertThat(who.path("address").path("streetAddress").asString())
                .isEqualTo(organisation.address().in(language));
    }

    @ParameterizedTest
    @EnumSource
    void everyProductIsOfferedAtThePriceThatItsPageShows(Language language) {
        for (Product product : Await.value(catalog.shelf().collectList())) {
            for (Variant variant : product.variants()) {
                String page = page(path(product, variant.colour()), language);
                JsonNode offer = data(page).path("offers");

                assertThat(data(page).path("@type").asString()).isEqualTo("Product");
                assertThat(data(page).path("name").asString())
                        .isEqualTo(product.name().in(language));
                assertThat(data(page).path("sku").asString()).isEqualTo(variant.sku());
                assertThat(offer.path("price").asLong()).isEqualTo(variant.price().yen());
                assertThat(page).contains(formats.yen(variant.price()));
                assertThat(offer.path("priceCurrency").asString()).isEqualTo("JPY");
                assertThat(offer.path("availability").asString())
                        .isEqualTo(
                                "https://schema.org/"
                                        + (variant.madeToOrder()
                                                ? "MadeToOrder"
                                                : page.contains("stock--in")
                                                        ? "InStock"
                                                        : page.contains("stock--few")
                                                                ? "LimitedAvailability"
                                                                : "OutOfStock"));
            }
        }
    }

    @Test
    void shippingIsThatOfTheDestinationThatThePageNames() {
        Guest guest = new Guest(port);
        assertThat(region(guest).path("addressCountry").asString()).isEqualTo("JP");
        assertThat(region(guest).path("addressRegion").asString()).isEqualTo("JP-13");
        assertThat(charge(guest)).isPositive();

        guest.at("/en/products/knit-cushion");
        guest.post("/en/cart/lines", "quantity", "1");
        guest.at("/en/cart").post("/en/cart/destination", "to", "DE");

        assertThat(region(guest).path("addressCountry").asString()).isEqualTo("DE");
        assertThat(region(guest).has("addressRegion")).isFalse();
    }

    @Test
    void textThatWouldEndTheElementStandsInsideOfIt() {
        Product cushion = Await.value(catalog.product("knit-cushion"));
        Bilingual hostile =
                new Bilingual("</script><script>alert(1)</script>", "<!--<script>座布団&amp;");
        Product named =
                new Product(
                        cushion.slug(),
                        hostile,
                        cushion.story(),
                        cushion.size(),
                        cushion.material(),
                        cushion.care(),
                        cushion.textile(),
                        cushion.motif(),
                        cushion.silhouette(),
                        cushion.photographs(),
                        cushion.variants());
        for (Language language : Language.values()) {
            String written = data.product(page(named), language);

            assertThat(written).doesNotContain("<", ">", "&");
            assertThat(json.readTree(written).path("name").asString())
                    .isEqualTo(hostile.in(language));
        }
    }

    private static ProductPage page(Product product) {
        Variant variant = product.variants().getFirst();
        ProductPage.Choice chosen =
                new ProductPage.Choice(variant, Availability.of(variant, 0), "/pictures/x.svg");
        return new ProductPage(
                product,
                List.of(chosen),
                chosen,
                Destination.japan(Prefecture.TOKYO),
                null,
                null,
                null,
                null);
    }

    private long charge(Guest guest) {
        return shipping(guest).path("shippingRate").path("value").asLong();
    }

    private JsonNode region(Guest guest) {
        return shipping(guest).path("shippingDestination");
    }

    private JsonNode shipping(Guest guest) {
        return data(guest.get("/en/products/knit-cushion").html())
                .path("offers")
                .path("shippingDetails");
    }

    private static String path(Product product, String colour) {
        return "/products/" + product.slug() + "?colour=" + colour;
    }

    private String page(String path, Language language) {
        return new Guest(port).get("/" + language.tag() + path).html();
    }

    private JsonNode data(String page) {
        Matcher found = DATA.matcher(page);
        assertThat(found.find()).as("data on the page").isTrue();
        return json.readTree(found.group(1));
    }
}
