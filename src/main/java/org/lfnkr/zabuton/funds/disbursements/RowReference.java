package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Slice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of the bank's statement is of: a disbursement, or what comes back of one.
 *
 * @param no of what comes back; 0 for the disbursement itself
 */
public record RowReference(DisbursementId id, int no) {

    /** Of the {@link org.lfnkr.zabuton.banking.Counterpart}. */
    public static final String KIND = "disbursement";

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f-]{36})(?:/([0-9]{1,6}))?");

    public static Optional<RowReference> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(
                        new RowReference(
                                new DisbursementId(Slice.id(parts.group(1))),
                                parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return no == 0 ? id.toString() : id + "/" + no;
    }
}
