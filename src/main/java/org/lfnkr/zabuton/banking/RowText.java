package org.lfnkr.zabuton.banking;

import org.lfnkr.zabuton.kernel.Reference;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a bank wrote of a row; it lies in the vault and in no other place.
 *
 * @param payer empty where the bank names none
 * @param note what else it wrote
 */
public record RowText(String payer, String note) {

    private static final String BETWEEN = "\n";

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{5}[- ]?[0-9A-Z]{5}(?![0-9A-Z])");

    /** Where it lies in the vault. */
    public static String place(UUID row) {
        return "banking.row/" + row;
    }

    /** As the vault keeps it. */
    public String sealed() {
        return payer + BETWEEN + note;
    }

    public static RowText of(String sealed) {
        String[] parts = sealed.split(BETWEEN, 2);
        return new RowText(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** What may be references of ours, as we write them. */
    public List<String> references() {
        String wide =
                Normalizer.normalize(payer + " " + note, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT);
        return REFERENCE
                .matcher(wide)
                .results()
                .map(MatchResult::group)
                .map(Reference::read)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "RowText[…]";
    }
}
