package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.bookkeeping.LotKind;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What would be taken of a lot, of its money that lies in one fund.
 *
 * @param subject the order or gift whose money it is
 * @param day on which it was paid, by the Tokyo calendar
 * @param unspent yen that the fund has of it
 * @param taken yen, above zero and no more than is unspent
 */
public record TakenLot(
        long lot, UUID subject, LocalDate day, LotKind kind, Money unspent, Money taken) {}
