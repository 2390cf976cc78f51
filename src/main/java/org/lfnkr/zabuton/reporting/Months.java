package org.lfnkr.zabuton.reporting;

import static java.util.stream.Collectors.groupingBy;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.reporting.Sum.Flow;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the sums of one fund together to months without a gap. */
final class Months {

    private Months() {}

    /**
     * @param until the last month; what came after it is left out
     * @return none where nothing has happened to the fund yet
     */
    static List<Month> of(List<Sum> sums, YearMonth until) {
        Map<YearMonth, List<Sum>> months =
                sums.stream()
                        .filter(sum -> !sum.month().isAfter(until))
                        .collect(groupingBy(Sum::month));
        return months.keySet().stream()
                .min(YearMonth::compareTo)
                .map(
                        first ->
                                Stream.iterate(
                                                first,
                                                it -> !it.isAfter(until),
                                                it -> it.plusMonths(1))
                                        .map(it -> month(it, months.getOrDefault(it, List.of())))
                                        .toList())
                .orElse(List.of());
    }

    private static Month month(YearMonth month, List<Sum> sums) {
        return new Month(
                month,
                cell(sums, Flow.IN, 1),
                cell(sums, Flow.BACK, -1),
                cell(sums, Flow.BORNE, -1),
                cell(sums.stream().filter(Months::isFee).toList(), Flow.OUT, -1),
                out(sums),
                cell(sums, Flow.MOVED, 1).yen());
    }

    private static Cell cell(List<Sum> sums, Flow flow, int sign) {
        return sums.stream()
                .filter(sum -> sum.flow() == flow)
                .map(sum -> new Cell(sum.yen().times(sign), sum.givers()))
                .reduce(Cell.NOTHING, Cell::and);
    }

    private static boolean isFee(Sum sum) {
        return sum.item().equals(Month.FEES);
    }

    private static Map<String, Money> out(List<Sum> sums) {
        Map<String, Money> out = new HashMap<>();
        sums.stream()
                .filter(sum -> sum.flow() == Flow.OUT && !isFee(sum))
                .forEach(sum -> out.merge(sum.item(), sum.yen().times(-1), Money::plus));
        return out;
    }
}
