package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

/**
 * What somebody reads off a paper before its rows are typed.
 *
 * @param rows how many there are
 * @param opening what the account had before them
 * @param closing what it had behind them
 */
public record Control(int rows, Money opening, Money closing) {}
