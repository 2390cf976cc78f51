package org.lfnkr.zabuton.ledger;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What stands in an account or a fund.
 *
 * @param code of the account or fund
 * @param sum yen; of an asset or expense what was debited, of anything else what was credited, so
 *     that it is above zero where it stands as it should
 */
public record Balance(String code, Bilingual name, Money sum) {}
