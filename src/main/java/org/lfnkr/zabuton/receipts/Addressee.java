package org.lfnkr.zabuton.receipts;

/**
 * Who a receipt is made out to, as the member typed it.
 *
 * @param address may be empty; a tax office wants it (受領証明書には住所の記載が要る)
 */
public record Addressee(String name, String address) {

    @Override
    public String toString() {
        return "Addressee[…]";
    }
}
