package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what the page of a row shows. */
@Component
class RowPages {

    private static final String SAID = "banking.told.";
    private static final String REFUSED = "banking.refused.";

    /** All that may be told on it. */
    static final List<String> TOLD =
            Stream.concat(
                            Stream.of("matched", "undone", "before").map(it -> SAID + it),
                            Stream.of(
                                            "taken", "other", "final", "sum", "gone", "still-open",
                                            "paid", "not-yet", "state", "fee")
                                    .map(it -> REFUSED + it))
                    .toList();

    private final OpenedRows opened;
    private final Suggestions suggestions;
    private final MatchStore matches;
    private final Reveals reveals;
    private final Clock clock;

    RowPages(
            OpenedRows opened,
            Suggestions suggestions,
            MatchStore matches,
            Reveals reveals,
            Clock clock) {
        this.opened = opened;
        this.suggestions = suggestions;
        this.matches = matches;
        this.reveals = reveals;
        this.clock = clock;
    }

    Mono<Page> page(TrayRow row, Colleague reader) {
        return opened.open(row)
                .flatMap(
                        it ->
                                Mono.zip(
                                        suggested(row, it),
                                        matches.of(row.id()).collectList(),
                                        reveals.of(new Matter(MaskedRows.KIND, row.id()), reader)))
                .map(
                        all ->
                                Page.of("banking/row")
                                        .with("row", row)
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("suggestions", all.getT1())
                                        .with("matches", all.getT2())
                                        .with("revealed", all.getT3()));
    }

    /** Nothing is suggested of what somebody has said. */
    private Mono<List<Suggestion>> suggested(TrayRow row, BankRow opened) {
        return row.open() ? suggestions.of(opened) : Mono.just(List.of());
    }

    static String told(MatchResult result, String done) {
        return switch (result) {
            case MatchResult.Done it -> SAID + done;
            case MatchResult.Before before -> SAID + "before";
            case MatchResult.Refused(String why) -> why;
        };
    }
}
