package org.lfnkr.zabuton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@ModuleTest
class CatalogModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired Catalog catalog;
    @Autowired TestDatabase testDatabase;

    @Test
    void showsTheShelfInItsOrder() {
        List<Product> shelf = Await.value(catalog.shelf().collectList());

        assertThat(shelf).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        assertThat(shelf.getFirst().slug()).isEqualTo("knit-cushion");
        assertThat(shelf.getFirst().variants())
                .extracting(Variant::colour)
                .containsExactly("indigo", "persimmon", "wool", "moss");
    }

    @Test
    void findsAProductByItsAddress() {
        Product cross = Await.value(catalog.product("wooden-cross"));

        assertThat(cross.name().ja()).isEqualTo("木の十字架");
        assertThat(Await.value(catalog.product("no-such-thing").hasElement())).isFalse();
    }

    @Test
    void offersTheCushionAtItsPriceAndCost() {
        Offer offer = offer("CUSHION-INDIGO", TODAY);

        assertThat(offer.variant().price()).isEqualTo(Money.yen(3200));
        assertThat(cost(offer)).isEqualTo(Money.yen(480 + 350 + 90));
    }

    @Test
    void offersTheCostSheetOfTheDay() {
        LocalDate lastOfTheOld = LocalDate.of(2025, 3, 31);

        assertThat(cost(offer("CUSHION-WOOL", lastOfTheOld))).isEqualTo(Money.yen(860));
        assertThat(cost(offer("CUSHION-WOOL", lastOfTheOld.plusDays(1)))).isEqualTo(Money.yen(920));
    }

    @Test
    void offersNoCostSheetWhereNoneHolds() {
        assertThat(offer("STANDING-WALNUT", TODAY).costSheet()).isNull();
        assertThat(offer("CUSHION-INDIGO", LocalDate.of(2020, 1, 1)).costSheet()).isNull();
    }

    @Test
    void offersOnlyWhatWasAskedFor() {
        VariantId wanted = offer("HAT-WOOL", TODAY).variant().id();

        Map<VariantId, Offer> offers = Await.value(catalog.offers(Set.of(wanted), TODAY));

        assertThat(offers).containsOnlyKeys(wanted);
    }

    @Test
    void offersInTheOrderOfTheShelfWhateverTheOrderOfTheQuestion() {
        List<VariantId> all = List.copyOf(Await.value(catalog.allOffers(TODAY)).keySet());

        assertThat(Await.value(catalog.offers(all.reversed(), TODAY)).keySet())
                .containsExactlyElementsOf(all);
        assertThat(Await.value(catalog.productOf(all.getFirst())).slug()).isEqualTo("knit-cushion");
    }

    @Test
    void refusesTwoCostSheetsForOneDay() {
        String overlapping =
                """
                insert into catalog.cost_sheet
                    (id, variant_id, materials, making, packaging, valid_from, valid_to)
                select gen_random_uuid(), id, 1, 1, 1, date '2025-03-31', null
                from catalog.variant where sku = 'CUSHION-INDIGO'
                """;

        assertThatThrownBy(() -> executeAsOwner(overlapping))
                .hasMessageContaining("exclusion constraint");
    }

    @Test
    void announcesEveryChange() throws SQLException {
        String change = "update catalog.variant set price = price where sku = 'HAT-WOOL'";

        try (var listener = testDatabase.connect()) {
            listener.createStatement().execute("listen zabuton");
            executeAsOwner(change);

            assertThat(listener.unwrap(PGConnection.class).getNotifications(10_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("catalog");
        }
    }

    private Offer offer(String sku, LocalDate day) {
        return Await.value(catalog.allOffers(day)).values().stream()
                .filter(offer -> offer.variant().sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private static Money cost(Offer offer) {
        return Objects.requireNonNull(offer.costSheet()).total();
    }

    private void executeAsOwner(String sql) throws SQLException {
        try (var connection = testDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
