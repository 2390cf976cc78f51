package org.lfnkr.zabuton.banking;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as banks write them, and as people do: two spellings of one are folded to the same. Banks
 * know half-width kana without small ones, write ー in several ways and shorten what companies are.
 */
public final class PayerName {

    private static final String SMALL = "ァィゥェォヵヶッャュョヮ";
    private static final String LARGE = "アイウエオカケツヤユヨワ";

    /** Signs that are drawn as the long mark, between or behind kana. */
    private static final Pattern LONG = Pattern.compile("[-‐‑‒–—―−ー]");

    /** Shortened by the rules of the banks' association (全銀協 略語). */
    private static final String KIND = "カ|ユ|メ|シ|ド|ザイ|シヤ|イツザイ|イツシヤ|コウザイ|コウシヤ|トクヒ|ガク|フク|シユウ|ソ";

    private static final Pattern COMPANY =
            Pattern.compile(
                    "^(?:%1$s)\\)|\\((?:%1$s)\\)?$|\\((?:%1$s)\\)|株式会社|有限会社|カブシキガイシヤ|ユウゲンガイシヤ|トクテイヒエイリカツドウホウジン"
                            .formatted(KIND));

    private static final Pattern BETWEEN = Pattern.compile("[\\s　・.,、。･]");

    private PayerName() {}

    public static String fold(String name) {
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String kana =
                wide.codePoints()
                        .map(PayerName::fold)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        String bare = BETWEEN.matcher(kana).replaceAll("");
        return LONG.matcher(COMPANY.matcher(bare).replaceAll("")).replaceAll("ー");
    }

    private static int fold(int sign) {
        int kana = sign >= 'ぁ' && sign <= 'ゖ' ? sign + ('ァ' - 'ぁ') : sign;
        int small = SMALL.indexOf(kana);
        if (small >= 0) {
            return LARGE.charAt(small);
        }
        return kana == 'ヲ' ? 'オ' : kana;
    }
}
