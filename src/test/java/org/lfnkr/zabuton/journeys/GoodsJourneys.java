package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A product from nothing to the shelf, by what the desk's pages offer. */
class GoodsJourneys extends BrowserJourney {

    @Autowired
    @Qualifier("rememberedShelf")
    Remembered<?> shelf;

    static Stream<Setup> twoOfThem() {
        return Stream.of(new Setup(Language.EN, true, 1280), new Setup(Language.JA, false, 320));
    }

    @ParameterizedTest
    @MethodSource("twoOfThem")
    void aNewProductIsWrittenPricedShownAndBought(Setup setup) {
        String slug = "journey-" + UUID.randomUUID().toString().substring(0, 18);
        String sku = slug.toUpperCase(Locale.ROOT);
        try (Visitor shop = visitor(setup);
                Visitor editor = visitor(setup);
                Visitor buyer = visitor(setup)) {
            shop.goes("/desk/development?as=SHOP").goes("/desk/products");
            writes(shop.page(), slug);
            shop.looks();
            addsVariant(shop.page(), sku);
            shop.page().click("text=" + sku);
            setsCosts(shop);
            shop.page().click("button[value=yes]");
            shop.goes("/desk/products/" + slug).page().click("a[href$='/pictures']");
            brings(shop.page());
            shop.looks();

            editor.goes("/desk/development?as=EDITOR").goes("/desk/products/" + slug + "/pictures");
            editor.looks();
            editor.page().locator("input[type=checkbox]").all().forEach(tick -> tick.check());
            editor.page().click("button[value=pass]");
            assertThat(editor.page().locator("#told").count()).isEqualTo(1);

            shop.goes("/desk/stock?words=" + sku).page().click("th a.reference");
            shop.page().check("#change");
            shop.page().fill("#quantity", "3");
            shop.page().click("form[action$='/movements'] button");
            shop.looks();

            Await.done(shelf.refresh());
            buyer.goes("/products/" + slug);
            assertThat(buyer.page().locator("img[src^='/photographs/']").count()).isPositive();
            buyer.puts(1, slug, "indigo");
            assertThat(buyer.page().locator("main").textContent()).contains("¥3,200");
        }
    }

    private static void writes(Page page, String slug) {
        page.click("main a.button");
        page.fill("#slug", slug);
        for (String field : new String[] {"name", "story", "size", "material", "care"}) {
            page.fill("#" + field + "Ja", "言葉");
            page.fill("#" + field + "En", "Words");
        }
        page.click("main form button");
    }

    private static void addsVariant(Page page, String sku) {
        page.fill("#sku", sku);
        page.fill("#colourNameJa", "藍");
        page.fill("#colourNameEn", "Indigo");
        page.fill("#price", "3,200");
        page.fill("#grams", "350");
        page.click("form[action$='/variants'] button");
    }

    private static void setsCosts(Visitor shop) {
        Page page = shop.page();
        page.fill("#materials", "480");
        page.fill("#making", "350");
        page.fill("#packaging", "90");
        page.fill("#costsWhy", "first");
        page.fill("#evidence", "1");
        page.click("form[action$='/costs'] button[value=preview]");
        assertThat(page.locator("#preview").textContent()).contains("10");
        shop.looks();
        page.click("form[action$='/costs'] button[value=set]");
    }

    private static void brings(Page page) {
        page.setInputFiles(
                "#file", new FilePayload("camera.jpg", "image/jpeg", BroughtFiles.jpeg(800, 600)));
        page.fill("#altJa", "藍色の編み物");
        page.fill("#altEn", "Something knit in indigo");
        page.click("form[enctype] button");
    }
}
