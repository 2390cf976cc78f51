package org.lfnkr.zabuton.banking;

/**
 * Who stands in a row, opened for the moment in which it is compared: it is kept in no other place
 * than the vault, and shown to nobody.
 *
 * @param folded as {@link PayerName#fold} writes names, so that equal ones are the same
 */
public record Payer(String folded) {

    /** Whether a name, as people or banks write it, is the same. */
    public boolean is(String name) {
        return !folded.isEmpty() && folded.equals(PayerName.fold(name));
    }

    @Override
    public String toString() {
        return "Payer[…]";
    }
}
