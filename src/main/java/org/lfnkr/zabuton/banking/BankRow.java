package org.lfnkr.zabuton.banking;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One movement of an account, as the bank told it; nothing in it names a person. What the bank
 * wrote beside it lies in the vault.
 *
 * @param account of ours at a bank
 * @param day on which the bank booked it
 * @param yen above zero where money came, below where it left
 * @param sort what the bank's own code says it is
 * @param reference a reference of ours that stands in the bank's text, such as that of a gift; null
 *     where there is none
 * @param payer under which payers are compared without being known; null where the bank names none
 */
public record BankRow(
        UUID id,
        UUID account,
        LocalDate day,
        Money yen,
        RowSort sort,
        @Nullable String reference,
        @Nullable Payer payer) {

    public boolean came() {
        return yen.isPositive();
    }

    /** What it was without its sign. */
    public Money size() {
        return Money.yen(Math.abs(yen.yen()));
    }
}
