package org.lfnkr.zabuton.catalog.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each test has a product of its own. */
@ModuleTest
class ProductDeskPageTests {

    @Autowired Range range;
    @Autowired Catalog catalog;

    @Autowired
    @Qualifier("rememberedShelf")
    Remembered<?> shelf;

    @Autowired Stock stock;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private String slug = "";
    private String sku = "";

    @BeforeEach
    void name() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        slug = "test-" + mark;
        sku = "TEST-" + mark.toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource
    void aProductComesFromNothingToTheShelf(Language language) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String root = "/" + language.tag() + "/desk/products";
        String here = root + "/" + slug;

        shop.at(root + "/new");
        assertThat(shop.follow(shop.post(root, words())).page())
                .contains(messages.text("catalog.told.added", language), "名前<b>")
                .doesNotContain("??");
        assertThat(shop.follow(shop.post(here + "/variants", variant())).page())
                .contains(messages.text("catalog.told.kind", language), sku, "¥3,200");
        String kind = here + "/variants/" + sku;
        shop.at(kind);
        assertThat(shop.post(kind + "/costs", costs(today(), "920", "preview")).page())
                .contains(messages.text("catalog.preview.stays", language), "– → ¥")
                .doesNotContain("??");
        assertThat(shop.follow(shop.post(kind + "/costs", costs(today(), "920", "set"))).page())
                .contains(messages.text("catalog.told.costs", language), "note 7");
        assertThat(onShelf()).as("not before somebody says so").isFalse();
        shop.at(kind);
        assertThat(shop.follow(shop.post(kind + "/sale", "onSale", "yes")).page())
                .contains(messages.text("catalog.told.on-sale", language));
        Await.done(stock.receive(id(), 3, Arrival.MADE));

        assertThat(onShelf()).isTrue();
        assertThat(new Guest(port).get("/en/products/" + slug).page())
                .contains("Name <b>", "¥3,200", "10 kg of rice");
        shop.at(kind);
        shop.follow(shop.post(kind + "/sale", "onSale", "no"));
        assertThat(onShelf()).isFalse();
        assertThat(new Guest(port).get("/en/products/" + slug).status()).isEqualTo(404);
    }

    @Test
    void thePreviewSaysWhatThePageWillSay() {
        Guest shop = withVariant();
        String kind = "/en/desk/products/" + slug + "/variants/" + sku;
        LocalDate day = today().plusDays(40);
        shop.follow(shop.at(kind).post(kind + "/costs", costs(today(), "920", "set")));
        assertThat(shop.get(kind).page()).contains("10 kg of rice");

        String dearer = shop.post(kind + "/costs", costs(day, "1100", "preview")).page();
        assertThat(dearer).contains("10 kg of rice → 9 kg of rice", "value=\"1100\"");
        assertThat(kinds()).singleElement().satisfies(it -> assertThat(it.sheets()).hasSize(1));
        shop.follow(shop.post(kind + "/costs", costs(day, "1100", "set")));

        assertThat(Await.value(range.kinds(goods()).next()).sheets())
                .extracting(it -> it.sheet().validTo())
                .containsExactly(null, day.minusDays(1));
        assertThat(shop.at(kind).post(kind + "/prices", price(day, "3500", "preview")).page())
                .contains("¥3,200 → ¥3,500", "9 kg of rice → ");
        shop.follow(shop.post(kind + "/prices", price(day, "3500", "set")));
        assertThat(offered(day.minusDays(1))).isEqualTo(Money.yen(3200));
        assertThat(offered(day)).isEqualTo(Money.yen(3500));
        assertThat(new Guest(port).atDesk("VIEWER").get("/en/desk/audit").page())
                .contains(day + ": ¥3,200 → ¥3,500", " → ¥1,", sku + " ¥3,200");
    }

    @Test
    void thereAreNeverTwoADayAndNoneInThePast() {
        Guest shop = withVariant();
        String kind = "/en/desk/products/" + slug + "/variants/" + sku;
        String taken = messages.text("catalog.wrong.day.taken", Language.EN);
        String far = messages.text("web.wrong.day.far", Language.EN);
        shop.follow(shop.at(kind).post(kind + "/costs", costs(today(), "920", "set")));
        shop.follow(shop.at(kind).post(kind + "/prices", price(today(), "3300", "set")));

        for (String act : List.of("preview", "set")) {
            shop.at(kind);
            Guest.Answer costs = shop.post(kind + "/costs", costs(today(), "1", act));
            assertThat(costs.status()).isEqualTo(422);
            assertThat(costs.page()).contains(taken, "value=\"note 7\"");
            assertThat(shop.post(kind + "/prices", price(today(), "1", act)).page())
                    .contains(taken);
            assertThat(shop.post(kind + "/prices", price(today().minusDays(1), "1", act)).page())
                    .contains(far);
            assertThat(shop.post(kind + "/costs", costs(today().minusDays(1), "1", act)).page())
                    .contains(far);
        }
        assertThat(kinds().getFirst().sheets()).hasSize(1);
        assertThat(kinds().getFirst().prices()).hasSize(1);
    }

    @Test
    void everyFieldStandsThereOnce() {
        Guest shop = withVariant();
        for (String path : List.of("new", slug, slug + "/variants/" + sku)) {
            String page = shop.get("/en/desk/products/" + path).html();
            assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results())
                    .extracting(it -> it.group(1))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatEarnsNothingIsSaidBeforeItIsSet() {
        Guest shop = withVariant();
        String kind = "/ja/desk/products/" + slug + "/variants/" + sku;

        assertThat(shop.at(kind).post(kind + "/costs", costs(today(), "9000", "preview")).page())
                .contains(messages.text("catalog.earns-nothing", Language.JA));
        shop.follow(shop.post(kind + "/costs", costs(today(), "9000", "set")));
        assertThat(shop.get(kind).page())
                .contains(messages.text("catalog.earns-nothing", Language.JA));
    }

    @Test
    void aSheetBetweenTwoEndsWhereTheNextBegins() {
        withVariant();
        LocalDate day = today().plusDays(5);
        set(costsOf(today()));
        set(costsOf(day.plusDays(20)));
        set(costsOf(day));

        assertThat(kinds().getFirst().sheets())
                .extracting(it -> it.sheet().validFrom(), it -> it.sheet().validTo())
                .containsExactly(
                        tuple(day.plusDays(20), null),
                        tuple(day, day.plusDays(19)),
                        tuple(today(), day.minusDays(1)));
    }

    @Test
    void theDatabaseLetsNobodyRewriteThePast() {
        withVariant();
        set(costsOf(today()));
        String where = " where variant_id = '" + id() + "'";

        assertThatThrownBy(() -> run("update catalog.cost_sheet set materials = 1" + where))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                run(
                                        "update catalog.cost_sheet set valid_to = valid_from - 9"
                                                + where))
                .hasMessageContaining("can only end earlier");
        assertThatThrownBy(
                        () -> run("update catalog.variant set price = 1 where id = '" + id() + "'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                run(
                                        "insert into catalog.price values ('"
                                                + id()
                                                + "', date '2020-01-01', 1, 'x', 'x', now())"))
                .hasMessageContaining("begins_today_or_later");
    }

    @ParameterizedTest
    @CsvSource({
        "nameJa, '', web.wrong.empty",
        "storyEn, ' ', web.wrong.empty",
        "slug, Knit Cushion, catalog.wrong.slug",
        "slug, knit-cushion, catalog.wrong.slug.taken",
        "place, first, web.wrong.number",
        "motif, <b>, web.wrong.choice",
        "textile, yes, catalog.wrong.fibres"
    })
    void whatIsNotUnderstoodKeepsWhatWasTyped(String field, String typed, String key) {
        Guest shop = new Guest(port).atDesk("EDITOR").at("/en/desk/products/new");
        List<String> answers = new ArrayList<>(List.of(words()));
        answers.addAll(List.of(field, typed));

        Guest.Answer again = shop.post("/en/desk/products", answers.toArray(String[]::new));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page())
                .contains(messages.text(key, Language.EN, 0, 9999))
                .contains("Name <b>", "静かな話")
                .doesNotContain("??");
    }

    @Test
    void wordsAreChangedInBothLanguagesAndWhoDidItIsNoted() {
        withVariant();
        Guest editor = new Guest(port).atDesk("EDITOR");
        String here = "/en/desk/products/" + slug;
        editor.at(here);

        assertThat(editor.follow(editor.post(here, "nameJa", "別の名前", "storyEn", "Another.")).page())
                .contains(messages.text("catalog.told.changed", Language.EN), "別の名前");
        assertThat(goods().texts().story().en()).isEqualTo("Another.");
        assertThat(
                        Await.value(
                                database.sql(
                                                "select count(*) from audit.entry where action = 'catalog.product-changed' and subject = :id")
                                        .bind("id", goods().id().toString())
                                        .mapValue(Long.class)
                                        .one()))
                .isEqualTo(1);
        assertThat(editor.get(here + "/variants/" + sku).page())
                .as("an editor sets no price")
                .doesNotContain("/prices\"", "/costs\"", "/sale\"");
    }

    /** Two write at once: the second one learns of the first, and loses nothing. */
    @ParameterizedTest
    @CsvSource({"'', nameEn", "/variants/, colourNameEn"})
    void whoWritesBesideSomebodyElseIsToldBeforeTheirsStands(String part, String field) {
        withVariant();
        String page = "/en/desk/products/" + slug + (part.isEmpty() ? "" : part + sku);
        Guest one = new Guest(port).atDesk("SHOP").at(page);
        Guest other = new Guest(port).atDesk("EDITOR", "SHOP").at(page);
        assertThat(one.post(page, field, "Of the first").status()).isEqualTo(303);

        Guest.Answer told = other.post(page, field, "Of the second");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page())
                .contains(messages.text("catalog.wrong.changed", Language.EN), "Of the second");
        assertThat(one.get(page).page()).contains("Of the first");
        assertThat(other.post(page).status()).isEqualTo(303);
        assertThat(one.get(page).page()).contains("Of the second").doesNotContain("Of the first");
    }

    private Guest withVariant() {
        Guest shop = new Guest(port).atDesk("SHOP").at("/en/desk/products/new");
        shop.follow(shop.post("/en/desk/products", words()));
        shop.follow(shop.post("/en/desk/products/" + slug + "/variants", variant()));
        String kind = "/en/desk/products/" + slug + "/variants/" + sku;
        shop.follow(shop.at(kind).post(kind + "/sale", "onSale", "yes"));
        assertThat(onShelf()).isTrue();
        return shop;
    }

    private void set(NewCosts costs) {
        assertThat(Await.value(range.set(kinds().getFirst(), costs, "somebody"))).isTrue();
    }

    private static NewCosts costsOf(LocalDate from) {
        Money one = Money.yen(100);
        return new NewCosts(from, one, one, one, "why", "paper");
    }

    private Goods goods() {
        return Await.value(range.find(slug));
    }

    private List<Kind> kinds() {
        return Await.value(range.kinds(goods()).collectList());
    }

    private VariantId id() {
        return kinds().getFirst().variant().id();
    }

    private Money offered(LocalDate day) {
        Await.done(shelf.refresh());
        return Await.value(catalog.offers(List.of(id()), day))
                .values()
                .iterator()
                .next()
                .variant()
                .price();
    }

    private boolean onShelf() {
        Await.done(shelf.refresh());
        return Boolean.TRUE.equals(Await.value(catalog.product(slug).hasElement()));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }

    private String[] words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("slug", slug);
        words.put("nameEn", "Name <b>");
        words.put("nameJa", "名前<b>");
        words.put("storyEn", "A quiet story <i>");
        words.put("storyJa", "静かな話");
        words.put("sizeEn", "10 cm");
        words.put("sizeJa", "10 cm");
        words.put("materialEn", "Wool");
        words.put("materialJa", "毛");
        words.put("careEn", "By hand.");
        words.put("careJa", "手洗い。");
        return words.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    private String[] variant() {
        return new String[] {
            "sku",
            sku,
            "colour",
            "indigo",
            "colourNameEn",
            "Indigo",
            "colourNameJa",
            "藍",
            "price",
            "3,200",
            "grams",
            "350"
        };
    }

    private static String[] costs(LocalDate from, String materials, String act) {
        return new String[] {
            "materials",
            materials,
            "making",
            "0",
            "packaging",
            "0",
            "costsFrom",
            from.toString(),
            "costsWhy",
            "because",
            "evidence",
            "note 7",
            "act",
            act
        };
    }

    private static String[] price(LocalDate from, String price, String act) {
        return new String[] {
            "price", price, "priceFrom", from.toString(), "priceWhy", "yarn", "act", act
        };
    }
}
