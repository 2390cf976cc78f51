package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.ledger.Fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shares of a policy as columns of rows, for a statement that writes all of them.
 *
 * @param streams {@code PROFIT} or {@code GIFT}
 * @param funds their codes
 * @param parts of 10,000
 */
@SuppressWarnings("ArrayRecordComponent") // bound to a statement, never compared
public record ShareColumns(String[] streams, String[] funds, Integer[] parts) {

    public static ShareColumns of(Shares ofProfit, Shares ofGift) {
        List<String> streams = new ArrayList<>();
        List<String> funds = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        Map<String, Shares> all = new TreeMap<>(Map.of("PROFIT", ofProfit, "GIFT", ofGift));
        all.forEach(
                (stream, shares) ->
                        new TreeMap<Fund, Integer>(shares.parts())
                                .forEach(
                                        (fund, part) -> {
                                            streams.add(stream);
                                            funds.add(fund.code());
                                            parts.add(part);
                                        }));
        return new ShareColumns(
                streams.toArray(String[]::new),
                funds.toArray(String[]::new),
                parts.toArray(Integer[]::new));
    }
}
