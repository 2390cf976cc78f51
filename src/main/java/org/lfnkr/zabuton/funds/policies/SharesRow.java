package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fund's shares, as a table shows them.
 *
 * @param profit of the profit of sales, such as {@code 70 %}; empty for none
 * @param gift of the gifts for which nobody named a fund
 */
record SharesRow(Bilingual fund, String profit, String gift) {

    static List<SharesRow> of(Shares profit, Shares gift, Map<Fund, Bilingual> names) {
        return Stream.concat(profit.parts().keySet().stream(), gift.parts().keySet().stream())
                .distinct()
                .sorted()
                .map(fund -> new SharesRow(name(fund, names), in(profit, fund), in(gift, fund)))
                .toList();
    }

    private static String in(Shares shares, Fund fund) {
        Integer parts = shares.parts().get(fund);
        return parts == null ? "" : Percent.of(parts);
    }

    private static Bilingual name(Fund fund, Map<Fund, Bilingual> names) {
        return names.getOrDefault(fund, new Bilingual(fund.code(), fund.code()));
    }
}
