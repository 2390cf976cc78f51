package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.vault.HeldKey;

/**
 * Who buys or gives, with their key in hand.
 *
 * @param isNew nothing is written of them yet
 */
public record Person(Supporter supporter, HeldKey key, boolean isNew) {}
