package org.lfnkr.zabuton.receipts;

/**
 * Who a receipt is made out to, as the member typed it.
 *
 * @param group whether it is a company or another group (御中) and not a person (様)
 * @param address may be empty; a tax office wants it (受領証明書には住所の記載が要る)
 */
public record Addressee(String name, boolean group, String address) {

    @Override
    public String toString() {
        return "Addressee[…]";
    }
}
