package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * Why a parcel can't be sent, apart from a country that staff have closed with words of their own.
 */
final class Refusals {

    static final Bilingual UNKNOWN_COUNTRY =
            new Bilingual(
                    "We do not send parcels to this country yet. Write to us and we will see what"
                            + " can be done.",
                    "この国・地域へのお届けは、まだ行っていません。ご希望の方はお問い合わせください。");

    static final Bilingual UNKNOWN_PREFECTURE =
            new Bilingual("Choose the prefecture the parcel goes to.", "お届け先の都道府県を選んでください。");

    static final Bilingual TOO_HEAVY =
            new Bilingual(
                    "This is too heavy for one parcel. Please make two orders of it, or write to"
                            + " us.",
                    "一つの荷物でお送りできる重さを超えています。ご注文を分けるか、お問い合わせください。");

    private Refusals() {}
}
