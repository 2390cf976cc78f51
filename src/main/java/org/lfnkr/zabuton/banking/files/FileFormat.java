package org.lfnkr.zabuton.banking.files;

import java.util.Locale;

/** How a bank tells the movements of an account. */
public enum FileFormat {
    /** 全銀 入出金取引明細: all movements, with balances. */
    STATEMENT,
    /** 全銀 振込入金通知: transfers that came, without balances. */
    NOTICE,
    /** A table whose columns somebody has named. */
    CSV,
    /** On paper, typed by somebody from its totals. */
    TYPED;

    /** As addresses and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
