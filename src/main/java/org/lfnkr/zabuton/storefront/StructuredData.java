package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.storefront.posters.Posters;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page says, once more for machines: JSON-LD in the words of schema.org. */
@Component
class StructuredData {

    private static final JsonMapper JSON =
            new JsonMapper(JsonFactory.builder().characterEscapes(new InScript()).build());

    private static final String YEN = "JPY";

    private final Site site;
    private final Organisation organisation;
    private final Posters posters;

    StructuredData(Site site, Organisation organisation, Posters posters) {
        this.site = site;
        this.organisation = organisation;
        this.posters = posters;
    }

    /** Who runs the shop. */
    String organisation(Language language) {
        ObjectNode seller = seller(language);
        seller.put("@context", "https://schema.org")
                .put("logo", site.address("/apple-touch-icon.png").toString())
                .put("email", organisation.email().value())
                .put("telephone", organisation.phone());
        seller.putObject("address")
                .put("@type", "PostalAddress")
                .put("streetAddress", organisation.address().in(language))
                .put("addressCountry", "JP");
        return JSON.writeValueAsString(seller);
    }

    private ObjectNode seller(Language language) {
        return JSON.createObjectNode()
                .put("@type", "Organization")
                .put("@id", site.address("/#organisation").toString())
                .put("name", organisation.name().in(language))
                .put("url", site.address("/" + language.tag()).toString());
    }

    /** The variant that the page shows, its price, whether it can be had, and its way there. */
    String product(ProductPage page, Language language) {
        Variant variant = page.chosen().variant();
        ObjectNode product =
                JSON.createObjectNode()
                        .put("@context", "https://schema.org")
                        .put("@type", "Product")
                        .put("name", page.product().name().in(language))
                        .put("description", page.product().story().in(language))
                        .put("sku", variant.sku())
                        .put("color", variant.colourName().in(language))
                        .put("material", page.product().material().in(language))
                        .put("size", page.product().size().in(language));
        ArrayNode images = product.putArray("image");
        page.product().photographs().stream()
                .map(photograph -> site.address(photograph.address()).toString())
                .forEach(images::add);
        images.add(site.address(posters.of(page.product(), language).address()).toString())
                .add(site.address(page.chosen().picture()).toString());
        product.set("offers", offer(page, variant, language));
        return JSON.writeValueAsString(product);
    }

    private ObjectNode offer(ProductPage page, Variant variant, Language language) {
        String path = "/%s/products/%s?colour=%s";
        ObjectNode offer =
                JSON.createObjectNode()
                        .put("@type", "Offer")
                        .put("price", variant.price().yen())
                        .put("priceCurrency", YEN)
                        .put("availability", page.chosen().availability().schema())
                        .put("itemCondition", "https://schema.org/NewCondition")
                        .put(
                                "url",
                                site.address(
                                                path.formatted(
                                                        language.tag(),
                                                        page.product().slug(),
                                                        variant.colour()))
                                        .toString());
        offer.set("seller", seller(language));
        Quoted shipping = page.shipping();
        if (shipping != null) {
            offer.set("shippingDetails", shipping(shipping, variant, page.to()));
        }
        return offer;
    }

    private static ObjectNode shipping(Quoted quoted, Variant variant, Destination to) {
        ObjectNode shipping = JSON.createObjectNode().put("@type", "OfferShippingDetails");
        shipping.putObject("shippingRate")
                .put("@type", "MonetaryAmount")
                .put("value", quoted.charge().yen())
                .put("currency", YEN);
        ObjectNode region =
                shipping.putObject("shippingDestination")
                        .put("@type", "DefinedRegion")
                        .put("addressCountry", to.country());
        if (to.prefecture() != null) {
            region.put("addressRegion", to.place());
        }
        ObjectNode time = shipping.putObject("deliveryTime").put("@type", "ShippingDeliveryTime");
        time.set("handlingTime", days(variant.leadDays(), variant.leadDays()));
        time.set("transitTime", days(quoted.minDays(), quoted.maxDays()));
        return shipping;
    }

    private static ObjectNode days(int least, int most) {
        return JSON.createObjectNode()
                .put("@type", "QuantitativeValue")
                .put("minValue", least)
                .put("maxValue", most)
                .put("unitCode", "DAY");
    }

    /** Text of ours can't end the element that the data stand in, nor begin another. */
    private static final class InScript extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char character : new char[] {'<', '>', '&'}) {
                escapes[character] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
