package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Gathers what the page of a row shows. */
@Component
class BankRowPages {

    private static final String SAID = "banking.told.";
    private static final String REFUSED = "banking.refused.";

    /** How a module that knows what a row is of says why it is not. */
    private static final Pattern OF_OTHERS = Pattern.compile("[a-z]+\\.row\\.[a-z-]+");

    private final OpenedRows opened;
    private final RowSuggestions suggestions;
    private final RowMatchStore matches;
    private final Reveals reveals;
    private final Clock clock;
    private final List<String> told;

    BankRowPages(
            OpenedRows opened,
            RowSuggestions suggestions,
            RowMatchStore matches,
            Reveals reveals,
            Messages messages,
            Clock clock) {
        this.opened = opened;
        this.suggestions = suggestions;
        this.matches = matches;
        this.reveals = reveals;
        this.clock = clock;
        this.told =
                messages.below("").stream()
                        .filter(
                                key ->
                                        key.startsWith(SAID)
                                                || key.startsWith(REFUSED)
                                                || OF_OTHERS.matcher(key).matches())
                        .toList();
    }

    /** All that may be told on it. */
    List<String> told() {
        return told;
    }

    Mono<Page> page(TrayRow row, Colleague reader) {
        return opened.open(row)
                .flatMap(
                        it ->
                                Mono.zip(
                                        suggested(row, it),
                                        matches.of(row.id()).collectList(),
                                        reveals.of(new Matter(MaskedRows.KIND, row.id()), reader),
                                        Mono.just(it.payer() != null)))
                .map(
                        all ->
                                Page.of("banking/row")
                                        .with("row", row)
                                        .with("today", BusinessDate.of(clock.instant()))
                                        .with("suggestions", all.getT1())
                                        .with("matches", all.getT2())
                                        .with("revealed", all.getT3())
                                        .with("named", all.getT4()));
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
