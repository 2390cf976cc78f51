package org.lfnkr.zabuton.banking;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One movement of an account, as the bank told it; nothing in it names a person. What the bank
 * wrote beside it lies in the vault.
 *
 * @param account of ours at a bank
 * @param day on which the bank booked it
 * @param yen above zero where money came, below where it left
 * @param sort what the bank's own code says it is
 * @param references what may be references of ours in the bank's text, such as that of a gift, as
 *     {@link org.lfnkr.zabuton.kernel.Reference#read} writes them; they are kept nowhere
 * @param payer null where the bank names none, or it is forgotten
 */
public record BankRow(
        UUID id,
        UUID account,
        LocalDate day,
        Money yen,
        RowSort sort,
        List<String> references,
        @Nullable Payer payer) {

    public BankRow {
        references = List.copyOf(references);
    }

    public boolean came() {
        return yen.isPositive();
    }

    /** What it was without its sign. */
    public Money size() {
        return Money.yen(Math.abs(yen.yen()));
    }
}
