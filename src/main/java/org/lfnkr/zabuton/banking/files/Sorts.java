package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.banking.RowSort;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a row is by the bank's code (取引区分), and by its words where the code is wide. */
final class Sorts {

    private static final Pattern FEE = Pattern.compile("テスウリヨウ|テスウリョウ|手数料");
    private static final Pattern INTEREST = Pattern.compile("リソク|利息");
    private static final Pattern DEBIT = Pattern.compile("コウザフリカエ|口座振替");
    private static final Pattern TRANSFER = Pattern.compile("フリコミ|振込");
    private static final Pattern CASH = Pattern.compile("ゲンキン|現金|ATM");

    private Sorts() {}

    /**
     * @param code two digits as the banks' association lists them; anything else says nothing
     */
    static RowSort of(String code, String words) {
        RowSort told = told(Normalizer.normalize(words, Normalizer.Form.NFKC));
        return switch (code) {
            case "10" -> RowSort.CASH;
            case "11" -> told == RowSort.FEE ? RowSort.FEE : RowSort.TRANSFER;
            case "19" -> RowSort.CANCELLED;
            default -> told;
        };
    }

    private static RowSort told(String words) {
        if (FEE.matcher(words).find()) {
            return RowSort.FEE;
        }
        if (INTEREST.matcher(words).find()) {
            return RowSort.INTEREST;
        }
        if (DEBIT.matcher(words).find()) {
            return RowSort.DIRECT_DEBIT;
        }
        if (TRANSFER.matcher(words).find()) {
            return RowSort.TRANSFER;
        }
        return CASH.matcher(words).find() ? RowSort.CASH : RowSort.OTHER;
    }
}
