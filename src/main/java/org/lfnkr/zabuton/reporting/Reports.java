package org.lfnkr.zabuton.reporting;

import static java.util.stream.Collectors.groupingBy;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What became of the funds' money: to everybody late and in the rough, to staff as it is. */
@Service
class Reports {

    private final ReportStore store;
    private final ReportingProperties properties;
    private final BusinessYears years;
    private final Clock clock;

    Reports(ReportStore store, ReportingProperties properties, BusinessYears years, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.years = years;
        this.clock = clock;
    }

    /** The last month that everybody may see. */
    YearMonth last() {
        return properties.last(BusinessDate.of(clock.instant()));
    }

    /** The last day of it. */
    Horizon horizon() {
        return new Horizon(last().atEndOfMonth());
    }

    int delayDays() {
        return properties.delayDays();
    }

    /** Whether something stands in a fund's months that happened in earlier, closed ones. */
    Mono<Boolean> late(Fund fund, LocalDate first, LocalDate last) {
        return store.late(fund, first, last);
    }

    /** For everybody, of all funds to which something has happened. */
    Mono<List<FundReport>> open() {
        return reports(last(), false);
    }

    /** For staff, until now and to the yen, as of the last night. */
    Mono<List<FundReport>> inside() {
        return reports(YearMonth.from(BusinessDate.of(clock.instant())), true);
    }

    private Mono<List<FundReport>> reports(YearMonth until, boolean inside) {
        return store.funds()
                .collectList()
                .zipWith(
                        store.sums(until).collectList(),
                        (funds, sums) -> {
                            Map<Fund, List<Sum>> by = sums.stream().collect(groupingBy(Sum::fund));
                            return funds.stream()
                                    .filter(it -> by.containsKey(it.fund()))
                                    .map(
                                            it ->
                                                    report(
                                                            it,
                                                            by.getOrDefault(it.fund(), List.of()),
                                                            until,
                                                            inside))
                                    .toList();
                        });
    }

    private FundReport report(FundName fund, List<Sum> sums, YearMonth until, boolean inside) {
        List<Month> months = Months.of(sums, until);
        return FundReport.of(
                fund,
                inside ? Shown.asTheyAre(months) : Joining.of(months, fund.overdraws()),
                years);
    }
}
