package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the payment provider will keep, as far as it can be known before the payment: the fee of the
 * dearest means that the payer may choose for this sum, rounded up, so that a claim made from it
 * holds whichever they take. A real fee above it is borne by the organisation (see bookkeeping).
 *
 * <p>The defaults are those of an account in Japan at Stripe's list prices: 3.6 % for cards and at
 * convenience stores, where it is at least ¥120 (docs.stripe.com/payments/konbini, announcement of
 * 2022); about 0.7 % for what Billing charges by itself (stripe.com/jp/billing/pricing). Since
 * October 2023 consumption tax comes on top of the fees for konbini, JCB, American Express, Diners,
 * Discover and Billing, not for Visa and Mastercard
 * (support.stripe.com/questions/taxes-on-stripe-fees-for-businesses-in-japan). An account with
 * other terms, or one that pays more for cards from abroad, sets its own.
 *
 * @param cardPartsOfTenThousand a card's rate; 360 are 3.6 %
 * @param foreignCardPartsOfTenThousand the rate of a card from abroad
 * @param konbiniPartsOfTenThousand the rate at a convenience store
 * @param konbiniLeast what a payment at a convenience store costs at least, in yen
 * @param billingPartsOfTenThousand what Billing takes of a charge that repeats
 * @param taxPercent consumption tax on top of all of these
 */
@ConfigurationProperties("zabuton.impact.fee-estimate")
public record FeeEstimate(
        @DefaultValue("360") int cardPartsOfTenThousand,
        @DefaultValue("360") int foreignCardPartsOfTenThousand,
        @DefaultValue("360") int konbiniPartsOfTenThousand,
        @DefaultValue("120") int konbiniLeast,
        @DefaultValue("70") int billingPartsOfTenThousand,
        @DefaultValue("10") int taxPercent) {

    /** Parts of ten thousand, times a hundred and some per cent of tax. */
    private static final int WHOLE = 10_000 * 100;

    /** A convenience store takes no less (docs.stripe.com/payments/konbini). */
    private static final Money KONBINI_FROM = Money.yen(120);

    public FeeEstimate {
        if (cardPartsOfTenThousand < 0
                || foreignCardPartsOfTenThousand < 0
                || konbiniPartsOfTenThousand < 0
                || konbiniLeast < 0
                || billingPartsOfTenThousand < 0
                || taxPercent < 0) {
            throw new IllegalArgumentException("No part of a fee is below zero");
        }
        int dearest =
                Math.max(
                        Math.max(cardPartsOfTenThousand, foreignCardPartsOfTenThousand)
                                + billingPartsOfTenThousand,
                        konbiniPartsOfTenThousand);
        if (dearest * (100L + taxPercent) >= WHOLE) {
            throw new IllegalArgumentException("A fee is less than what it is taken from");
        }
    }

    /** At Stripe's list prices for Japan. */
    public static FeeEstimate ofListPrices() {
        return new FeeEstimate(360, 360, 360, 120, 70, 10);
    }

    /** The fee on a payment that is made once, in yen. */
    public Money of(Money payment) {
        Money byRate = at(once(), payment);
        return payment.compareTo(KONBINI_FROM) < 0 ? byRate : byRate.max(atLeast());
    }

    /** The fee on each charge that repeats, in yen: a card, and what Billing takes. */
    public Money ofRegular(Money payment) {
        return at(regular(), payment);
    }

    /** What Billing takes of a charge that repeats, in a line of its own, in yen. */
    public Money ofBilling(Money payment) {
        return at(taxed(billingPartsOfTenThousand), payment);
    }

    /**
     * The least sum, in yen, that pays for the fee on itself and a gift together, so that all of
     * the gift arrives.
     */
    public Money toCover(Money gift) {
        Money byRate = toCover(gift, once());
        return gift.isZero() ? byRate : byRate.max(atLeast());
    }

    /** The same for a gift that repeats. */
    public Money toCoverRegular(Money gift) {
        return toCover(gift, regular());
    }

    /**
     * The same for a gift that is paid together with something else, in yen: what is added bears
     * its share of the fee too, and all of the gift arrives.
     *
     * @param beside what the rest of the payment is for
     */
    public Money toCover(Money gift, Money beside) {
        Money cover = Money.ZERO;
        Money share = ofPart(gift, beside.plus(gift));
        while (share.compareTo(cover) > 0) {
            cover = share;
            share = ofPart(gift.plus(cover), beside.plus(gift).plus(cover));
        }
        return cover;
    }

    /** What a part of a payment bears of its fee, rounded down (see {@link Proceeds}), in yen. */
    public Money ofPart(Money part, Money payment) {
        return Proceeds.share(of(payment), part, payment).min(part);
    }

    private static Money toCover(Money gift, long rate) {
        return Money.yen(Math.ceilDiv(Math.multiplyExact(gift.yen(), rate), WHOLE - rate));
    }

    private static Money at(long rate, Money payment) {
        return Money.yen(Math.ceilDiv(Math.multiplyExact(payment.yen(), rate), WHOLE));
    }

    private long once() {
        return taxed(Math.max(dearestCard(), konbiniPartsOfTenThousand));
    }

    private long regular() {
        return taxed(dearestCard() + billingPartsOfTenThousand);
    }

    private int dearestCard() {
        return Math.max(cardPartsOfTenThousand, foreignCardPartsOfTenThousand);
    }

    private Money atLeast() {
        return Money.yen(Math.ceilDiv(taxed(konbiniLeast), 100));
    }

    private long taxed(long parts) {
        return parts * (100L + taxPercent);
    }
}
