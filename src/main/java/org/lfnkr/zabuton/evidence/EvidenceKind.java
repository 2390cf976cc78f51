package org.lfnkr.zabuton.evidence;

import java.util.Locale;
import java.util.Set;

/** What a file proves; what it is called stands under {@code evidence.kind.<code>}. */
public enum EvidenceKind {
    /** That something was paid for. */
    INVOICE,
    /** That something arrived. */
    DELIVERY,
    /** What something costs. */
    PRICE,
    /** Why something was decided, such as a transfer between funds. */
    GROUND,
    /** What the bank says, in whatever form. */
    BANK_FILE;

    private static final Set<FileType> PAPERS = Set.of(FileType.PDF, FileType.JPEG, FileType.PNG);

    /** As addresses and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What banks hand out is of no type that could be told from its first bytes. */
    boolean takes(FileType type) {
        return this == BANK_FILE || PAPERS.contains(type);
    }
}
