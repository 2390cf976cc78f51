package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.staff.DeskMenu.Entry;
import org.lfnkr.zabuton.staff.DeskMenu.Page;

import java.util.List;
import java.util.Set;

class DeskMenuTests {

    private static final Page TODAY = page(DeskEntry.TODAY, 10, "/desk");
    private static final Page ORDERS = page(DeskEntry.SHOP, 10, "/desk/orders");
    private static final Page PARCELS = page(DeskEntry.SHOP, 20, "/desk/parcels");
    private static final Page BOOKS = page(DeskEntry.MONEY, 10, "/desk/books");

    @Test
    void anEntryStandsThereForWhoMayOpenOneOfItsPages() {
        assertThat(menu("/desk", "/desk/parcels").entries())
                .extracting(Entry::entry, Entry::path)
                .containsExactly(
                        tuple(DeskEntry.TODAY, "/desk"), tuple(DeskEntry.SHOP, "/desk/parcels"));
    }

    @Test
    void pagesStandInTheirPlacesAndTheFirstIsWhereTheEntryLeads() {
        assertThat(everything().entries().get(1).pages()).containsExactly(ORDERS, PARCELS);
        assertThat(everything().entries().get(1).path()).isEqualTo("/desk/orders");
    }

    @Test
    void whatStandsBelowAPageIsOfThatPage() {
        assertThat(everything().page("/desk/orders")).isEqualTo(ORDERS);
        assertThat(everything().page("/desk/orders/KWJ9")).isEqualTo(ORDERS);
        assertThat(everything().page("/desk/ordersheets")).isNull();
        assertThat(everything().page("/desk")).isEqualTo(TODAY);
        assertThat(everything().beside("/desk/orders/KWJ9")).containsExactly(ORDERS, PARCELS);
        assertThat(everything().beside("/desk/nothing")).isEmpty();
    }

    private static DeskMenu everything() {
        return menu("/desk", "/desk/orders", "/desk/parcels", "/desk/books");
    }

    private static DeskMenu menu(String... open) {
        return DeskMenu.of(
                List.of(BOOKS, PARCELS, ORDERS, TODAY), Set.of(open), Set.of("SEE_ORDERS"));
    }

    private static Page page(DeskEntry entry, int place, String path) {
        return new Page(entry, place, path, "title");
    }
}
