package org.lfnkr.zabuton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class OrderParcelsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final VariantId HAT = new VariantId(UUID.randomUUID());
    private static final VariantId SCARF = new VariantId(UUID.randomUUID());
    private static final List<SoldLine> ORDERED = List.of(line(HAT, 2), line(SCARF, 1));

    @Test
    void nothingIsSent() {
        assertThat(OrderParcels.NONE.state(ORDERED)).isEqualTo(ParcelState.NONE);
        assertThat(OrderParcels.NONE.left(ORDERED.getFirst())).isEqualTo(2);
    }

    @Test
    void aPartIsSentUntilNothingIsLeft() {
        OrderParcels part = parcels(out(HAT, 1));
        OrderParcels all = parcels(out(HAT, 1), out(HAT, 1), out(SCARF, 1));

        assertThat(part.state(ORDERED)).isEqualTo(ParcelState.PART);
        assertThat(part.left(ORDERED.getFirst())).isOne();
        assertThat(all.state(ORDERED)).isEqualTo(ParcelState.ALL);
    }

    @Test
    void whatCameBackIsLeftAgainUntilItIsSentOnceMore() {
        assertThat(parcels(out(HAT, 2), back(SCARF, 1)).state(ORDERED)).isEqualTo(ParcelState.BACK);
        assertThat(parcels(back(HAT, 2)).left(ORDERED.getFirst())).isEqualTo(2);
        assertThat(parcels(out(HAT, 2), back(SCARF, 1), out(SCARF, 1)).state(ORDERED))
                .isEqualTo(ParcelState.ALL);
    }

    @Test
    void whatIsCalledOffIsNotWaitedFor() {
        List<ParcelLine> off = List.of(new ParcelLine(HAT, 2), new ParcelLine(SCARF, 1));

        assertThat(
                        new OrderParcels(List.of(out(HAT, 2)), off.subList(1, 2), List.of())
                                .state(ORDERED))
                .isEqualTo(ParcelState.ALL);
        assertThat(new OrderParcels(List.of(), off, List.of()).state(ORDERED))
                .isEqualTo(ParcelState.OFF);
        assertThat(new OrderParcels(List.of(back(HAT, 2)), off, List.of()).state(ORDERED))
                .isEqualTo(ParcelState.OFF);
    }

    /** One of two hats was exchanged: another is to leave us, and then all is out again. */
    @Test
    void whatIsExchangedIsSentOnceMore() {
        List<ParcelLine> hat = List.of(new ParcelLine(HAT, 1));
        Parcel first = out(HAT, 2);

        OrderParcels waiting = new OrderParcels(List.of(first, out(SCARF, 1)), List.of(), hat);
        assertThat(waiting.state(ORDERED)).isEqualTo(ParcelState.REPLACING);
        assertThat(ORDERED).extracting(waiting::left).containsExactly(1, 0);
        assertThat(new OrderParcels(List.of(first), List.of(), hat).state(ORDERED))
                .isEqualTo(ParcelState.PART);
        assertThat(
                        new OrderParcels(List.of(first, out(SCARF, 1), out(HAT, 1)), List.of(), hat)
                                .state(ORDERED))
                .isEqualTo(ParcelState.ALL);
    }

    private static OrderParcels parcels(Parcel... parcels) {
        return new OrderParcels(List.of(parcels), List.of(), List.of());
    }

    private static Parcel out(VariantId variant, int quantity) {
        return new Parcel(
                UUID.randomUUID(),
                new Bilingual("Post", "郵便"),
                null,
                List.of(new ParcelLine(variant, quantity)),
                NOW,
                null);
    }

    private static Parcel back(VariantId variant, int quantity) {
        Parcel out = out(variant, quantity);
        return new Parcel(out.id(), out.carrier(), out.tracking(), out.lines(), out.sentAt(), NOW);
    }

    private static SoldLine line(VariantId variant, int quantity) {
        return new SoldLine(
                variant,
                "SKU",
                "Hat",
                "wool",
                Money.yen(1000),
                quantity,
                10,
                null,
                Money.ZERO,
                false,
                null);
    }
}
