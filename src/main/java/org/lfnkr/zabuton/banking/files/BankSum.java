package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums as banks' tables write them: with ¥, 円, commas and a sign before, or nothing at all. */
final class BankSum {

    private static final Pattern SUM =
            Pattern.compile(
                    "(?:([-−‐▲△+])?[¥\\\\]?|[¥\\\\]([-−‐▲△]))([0-9]{1,13}|[0-9]{1,3}(?:,[0-9]{3}){1,4})円?");

    private static final String PLUS = "+";

    private BankSum() {}

    /** Zero for nothing; empty for what is no sum. */
    static Optional<Money> of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (text.isEmpty()) {
            return Optional.of(Money.ZERO);
        }
        return Optional.of(SUM.matcher(text)).filter(Matcher::matches).map(BankSum::yen);
    }

    private static Money yen(Matcher sum) {
        long yen = Long.parseLong(sum.group(3).replace(",", ""));
        String sign = Objects.requireNonNullElse(sum.group(1), sum.group(2) == null ? PLUS : "-");
        return Money.yen(sign.equals(PLUS) ? yen : -yen);
    }
}
