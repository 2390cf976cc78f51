package org.lfnkr.zabuton.banking.files;

/**
 * What stands in which column of a bank's table, counted from 1; 0 where there is none.
 *
 * @param skip lines above the first row
 * @param out yen that left; 0 where the column of what came has a sign
 * @param in yen that came
 * @param balance yen that the account had behind the row
 * @param text what the bank wrote
 */
public record Columns(int skip, int day, int out, int in, int balance, int text) {

    /** As ANSER writes them, and the Shinkin banks: 勘定日, 出金金額, 入金金額, 残高, 摘要. */
    public static final Columns ANSER = new Columns(1, 3, 5, 6, 8, 13);

    /** Of what somebody types: day, yen with a sign, text. */
    static final Columns BY_HAND = new Columns(0, 1, 0, 2, 0, 3);

    /** The last of them. */
    int last() {
        return Math.max(Math.max(day, Math.max(out, in)), Math.max(balance, text));
    }
}
