package org.lfnkr.zabuton.catalog.goods;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@ModuleTest
class GoodsFilePageTests {

    @Autowired Range range;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private final String slug = "table-" + UUID.randomUUID().toString().substring(0, 8);
    private final String sku = slug.toUpperCase(Locale.ROOT);

    @ParameterizedTest
    @EnumSource
    void aTableIsLookedAtThenTakenWholeAndTwiceIsHarmless(Language language) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String here = "/" + language.tag() + "/desk/products/table";
        String table =
                head()
                        + GoodsFileTests.line(slug, sku + "-A", "indigo", "2600")
                        + GoodsFileTests.line(slug, sku + "-B", "wool", "2600");

        assertThat(look(shop, here, table).page())
                .contains(messages.text("catalog.file.add", language, 2))
                .doesNotContain("??");
        assertThat(isThere()).as("a dry run keeps nothing").isFalse();
        assertThat(shop.follow(shop.post(here + "/goods")).page())
                .contains(messages.text("catalog.file.told.added", language));
        assertThat(Await.value(range.kinds(goods()).collectList()))
                .hasSize(2)
                .noneMatch(Kind::onSale)
                .allMatch(kind -> kind.sheets().size() == 1);
        assertThat(look(shop, here, table).page())
                .contains(messages.text("catalog.file.would", language, 0, 2))
                .doesNotContain("/goods\"");
    }

    @ParameterizedTest
    @EnumSource
    void oneFaultAndNothingIsTaken(Language language) {
        Guest shop = new Guest(port).atDesk("SHOP");
        String here = "/" + language.tag() + "/desk/products/table";
        String twiceTheColour =
                head()
                        + GoodsFileTests.line(slug, sku + "-A", "indigo", "2600")
                        + GoodsFileTests.line(slug, sku + "-B", "indigo", "2600");

        Guest.Answer answer = look(shop, here, twiceTheColour);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(
                        messages.text(
                                "catalog.file.fault",
                                language,
                                3,
                                "sku",
                                messages.text("catalog.wrong.sku.taken", language)));
        shop.at(here);
        assertThat(shop.postUnasked(here + "/goods", "table", twiceTheColour).status())
                .isEqualTo(422);
        assertThat(look(shop, here, "").status()).isEqualTo(422);
        assertThat(look(shop, here, "\"\0broken").status()).isEqualTo(422);
        assertThat(isThere()).isFalse();
    }

    private static String head() {
        return String.join(",", GoodsFile.COLUMNS) + "\r\n";
    }

    private static Guest.Answer look(Guest shop, String here, String table) {
        return shop.bring(here, Map.of(), "file", table.getBytes(UTF_8));
    }

    private boolean isThere() {
        return Boolean.TRUE.equals(Await.value(range.find(slug).hasElement()));
    }

    private Goods goods() {
        return Await.value(range.find(slug));
    }
}
