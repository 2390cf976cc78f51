package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.util.List;

/** An order as a carrier's file has it. */
record CarrierRow(String reference, Delivery delivery, DeliveryWish wish) {

    /** The parts of the address: city, street, and what there is of a building. */
    String part(int index) {
        List<String> lines = delivery.address().lines().toList();
        return index < lines.size() ? lines.get(index) : "";
    }

    @Override
    public String toString() {
        return "CarrierRow[" + reference + "]";
    }
}
