package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.UUID;

/**
 * That a version which has not begun is to be withdrawn.
 *
 * @param reason for everybody to read
 */
record Withdrawal(UUID id, int version, Bilingual reason) {}
