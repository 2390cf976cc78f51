package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.VariantId;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has become of an order's pieces.
 *
 * @param parcels the one sent first first, those that came back among them
 * @param replacing pieces that are sent in the place of some that came back
 * @param calledOff pieces that are not sent any more, because their money went back
 */
public record OrderParcels(
        List<Parcel> parcels, List<ParcelLine> calledOff, List<ParcelLine> replacing) {

    public static final OrderParcels NONE = new OrderParcels(List.of(), List.of(), List.of());

    public OrderParcels {
        parcels = List.copyOf(parcels);
        calledOff = List.copyOf(calledOff);
        replacing = List.copyOf(replacing);
    }

    /** How many pieces of a line are with us and are to be sent. */
    public int left(SoldLine line) {
        return line.quantity()
                + replacing(line)
                - sent(line.variant())
                - count(calledOff, line.variant());
    }

    /** How many pieces of a line are sent in the place of some that came back. */
    public int replacing(SoldLine line) {
        return count(replacing, line.variant());
    }

    /** Whether pieces are nothing but such. */
    boolean isReplacement(List<ParcelLine> pieces) {
        return pieces.stream().allMatch(it -> it.quantity() <= count(replacing, it.variant()));
    }

    /** How many pieces of a kind have left us and have not come back with their parcel. */
    public int sent(VariantId variant) {
        return out().mapToInt(parcel -> count(parcel.lines(), variant)).sum();
    }

    /** When the last of a kind left us; empty where none is out. */
    public Optional<Instant> lastSent(VariantId variant) {
        return out().filter(parcel -> count(parcel.lines(), variant) > 0)
                .map(Parcel::sentAt)
                .max(Comparator.naturalOrder());
    }

    /** When the last of all left us; empty where none is out. */
    Optional<Instant> lastSent() {
        return out().map(Parcel::sentAt).max(Comparator.naturalOrder());
    }

    private Stream<Parcel> out() {
        return parcels.stream().filter(Parcel::isOut);
    }

    private static int count(List<ParcelLine> lines, VariantId variant) {
        return lines.stream()
                .filter(line -> line.variant().equals(variant))
                .mapToInt(ParcelLine::quantity)
                .sum();
    }

    /**
     * @param ordered all lines of the order
     */
    public ParcelState state(Collection<SoldLine> ordered) {
        boolean anyOut = out().findAny().isPresent();
        if (ordered.stream().allMatch(line -> left(line) == 0)) {
            return anyOut ? ParcelState.ALL : ParcelState.OFF;
        }
        if (parcels.stream().anyMatch(parcel -> !parcel.isOut())) {
            return ParcelState.BACK;
        }
        return anyOut ? ofPart(ordered) : ParcelState.NONE;
    }

    private ParcelState ofPart(Collection<SoldLine> ordered) {
        return ordered.stream().allMatch(line -> left(line) <= replacing(line))
                ? ParcelState.REPLACING
                : ParcelState.PART;
    }
}
