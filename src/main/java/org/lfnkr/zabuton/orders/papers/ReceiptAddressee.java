package org.lfnkr.zabuton.orders.papers;

/**
 * Who the receipt of an order is made out to (宛名), where it is not who gets the parcel. It is kept
 * in the vault only.
 *
 * @param group whether it is a company or another group (御中) and not a person (様)
 */
public record ReceiptAddressee(String name, boolean group) {

    @Override
    public String toString() {
        return "ReceiptAddressee[…]";
    }
}
