package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.UUID;

/** A colour of which nothing is left is shown as such, and hides none of the others. */
@ModuleTest
class SoldOutPageTests {

    private static final String PAGE = "/en/products/standing-cross";

    @Autowired Catalog catalog;
    @Autowired Stock stock;
    @LocalServerPort int port;

    @Test
    void theOtherColourCanStillBeHadAndTheCardSaysSo() {
        UUID holder = UUID.randomUUID();
        holdAll(holder);
        try {
            assertThat(page("/en/products")).contains("1 of 2 colours in stock");
            assertThat(page("/ja/products")).contains("2色のうち1色の在庫があります");
            assertThat(page(PAGE))
                    .contains("class=\"colour colour--out\"")
                    .containsOnlyOnce("<span class=\"colour__out\">Sold out</span>")
                    .contains("aria-current=\"true\"")
                    .contains("Put into the cart");
            assertThat(page(PAGE + "?colour=natural"))
                    .contains("\"availability\":\"https://schema.org/OutOfStock\"")
                    .doesNotContain("Put into the cart");
        } finally {
            Await.done(stock.release(holder));
        }
        assertThat(page(PAGE)).doesNotContain("colour--out");
    }

    private void holdAll(UUID holder) {
        Product cross = Await.value(catalog.product("standing-cross"));
        VariantId natural = cross.variants().getFirst().id();
        int left = Await.value(stock.available(List.of(natural))).getOrDefault(natural, 0);
        Await.value(stock.reserve(holder, List.of(new StockLine(natural, left))));
    }

    private String page(String path) {
        return new Guest(port).get(path).html();
    }
}
