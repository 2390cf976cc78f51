package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the label of a textile must say in Japan (家庭用品品質表示法), said before it is bought. */
@ModuleTest
class ProductLabelPageTests {

    @Autowired Catalog catalog;
    @Autowired Messages messages;
    @Autowired Organisation organisation;
    @Autowired TestDatabase testDatabase;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void everyTextileShowsFibresCareAndWhoIsResponsible(Language language) {
        assertThat(shelf()).filteredOn(Product::textile).hasSizeGreaterThan(5);
        for (Product product : shelf()) {
            if (product.textile()) {
                assertThat(page(product, language))
                        .as(product.slug())
                        .contains("<dt>" + text("fibres", language) + "</dt>")
                        .contains("<dd>" + product.material().in(language) + "</dd>")
                        .contains("<dd>" + product.care().in(language) + "</dd>")
                        .contains("<dt>" + text("responsible", language) + "</dt>")
                        .contains(organisation.name().in(language))
                        .contains(organisation.address().in(language))
                        .contains(organisation.phone());
            }
        }
    }

    @Test
    void whatIsNoTextileHasNoSuchLabel() {
        Product cross = Await.value(catalog.product("wooden-cross"));

        assertThat(cross.textile()).isFalse();
        assertThat(page(cross, Language.EN)).doesNotContain(text("fibres", Language.EN));
    }

    /** The database takes no textile without the shares of its fibres. */
    @Test
    void aTextileWithoutSharesOfItsFibresIsRefused() {
        assertThatThrownBy(
                        () ->
                                execute(
                                        "update catalog.product set textile = true"
                                                + " where slug = 'wooden-cross'"))
                .hasMessageContaining("textile_says_its_fibres");
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Product> shelf() {
        return Await.value(catalog.shelf().collectList());
    }

    private String page(Product product, Language language) {
        String path = "/" + language.tag() + "/products/" + product.slug();
        return HtmlUtils.htmlUnescape(new Guest(port).get(path).page());
    }

    private String text(String key, Language language) {
        return messages.text("storefront.product." + key, language);
    }
}
