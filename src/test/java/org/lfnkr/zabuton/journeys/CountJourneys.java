package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.stream.Stream;

/** Two people count a shelf, and neither is told what should lie there. */
@Import(OrderSamples.class)
class CountJourneys extends BrowserJourney {

    private static final String SKU = "COASTERS-PERSIMMON";
    private static final int MANY = 8_317;
    private static final int MISSING = 12;

    @Autowired Messages messages;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;

    static Stream<Setup> twoSetups() {
        return Stream.of(new Setup(Language.EN, true, 1280), new Setup(Language.JA, false, 320));
    }

    @ParameterizedTest
    @MethodSource("twoSetups")
    void whatIsFarFromExpectedMovesWhenASecondPersonFindsItToo(Setup setup) {
        Await.done(stock.receive(samples.variant(SKU), MANY, Arrival.MADE));
        int before = onShelf();
        try (Visitor first = visitor(setup);
                Visitor second = visitor(setup)) {
            first.goes("/desk/development?as=SHOP").goes("/desk/stock");
            second.goes("/desk/development?as=FULFILMENT").goes("/desk/stock");
            String there = String.valueOf(before);
            String found = String.valueOf(before - MISSING);

            assertThat(counts(first, found, there)).isEqualTo(text("waits", setup));
            assertThat(onShelf()).isEqualTo(before);
            assertThat(counts(first, found, there)).as("alone").isEqualTo(text("waits", setup));
            assertThat(onShelf()).isEqualTo(before);

            second.goes("/desk/stock/counts")
                    .reads("section[aria-labelledby=waiting]", SKU)
                    .goes("/desk/stock");
            assertThat(counts(second, found, there)).isEqualTo(text("confirms", setup));
            assertThat(onShelf()).isEqualTo(before - MISSING);
            second.goes("/desk/stock/pieces/" + SKU).reads("main", "−" + MISSING);
        }
    }

    /** By the list's own links, blind. */
    private static String counts(Visitor visitor, String found, String expected) {
        Page page = visitor.page();
        page.click("a[href$='/desk/stock/counts']");
        visitor.looks();
        page.locator("section[aria-labelledby=pieces] a[href$='/counts/" + SKU + "']").click();
        visitor.looks();
        assertThat(page.textContent("main")).doesNotContain(expected);
        page.fill("#counted", found);
        page.click("form.form button");
        String told = page.textContent("#told").strip();
        visitor.goes("/desk/stock");
        return told;
    }

    private int onShelf() {
        var variant = samples.variant(SKU);
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, 0);
    }

    private String text(String outcome, Setup setup) {
        return messages.text("stock.count.told." + outcome, setup.language());
    }
}
