package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.UUID;

/**
 * A pledge as the books need it. It may be paid many times; each payment is a gift of its own.
 *
 * @param reference by which givers and staff call it
 * @param gift what is given to the fund, in yen
 * @param cover what is given on top for the payment fee, in yen; no part of the gift
 * @param regular whether it repeats, so that Billing takes a part of each charge
 * @param outcomePrice the version of the price book that the giver saw; null where nothing was
 *     claimed
 */
public record Gift(
        UUID pledge,
        String reference,
        Money gift,
        Money cover,
        Fund fund,
        boolean regular,
        @Nullable UUID outcomePrice) {}
