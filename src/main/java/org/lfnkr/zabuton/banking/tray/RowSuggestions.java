package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.banking.Counterpart;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks all who may know a row what it is, and puts the likeliest first. */
@Component
class RowSuggestions {

    private static final Comparator<Suggestion> LIKELIEST =
            Comparator.comparing(it -> it.candidate().ground());

    private final List<Counterpart> counterparts;
    private final RowMatchStore matches;
    private final PayerRules rules;

    RowSuggestions(List<Counterpart> counterparts, RowMatchStore matches, PayerRules rules) {
        this.counterparts = List.copyOf(counterparts);
        this.matches = matches;
        this.rules = rules;
    }

    Mono<List<Suggestion>> of(BankRow row) {
        return Mono.justOrEmpty(row.payer())
                .flatMap(rules::kind)
                .defaultIfEmpty("")
                .flatMap(rule -> of(row, rule));
    }

    private Mono<List<Suggestion>> of(BankRow row, String rule) {
        return Flux.fromIterable(counterparts)
                .concatMap(counterpart -> of(row, counterpart, rule))
                .filterWhen(this::isFree)
                .collectSortedList(LIKELIEST);
    }

    private static Flux<Suggestion> of(BankRow row, Counterpart counterpart, String rule) {
        boolean known = counterpart.kind().equals(rule);
        return counterpart
                .candidates(row)
                .map(it -> known ? it.by(Ground.RULE) : it)
                .map(it -> new Suggestion(counterpart.kind(), it));
    }

    private Mono<Boolean> isFree(Suggestion suggestion) {
        return matches.isTaken(suggestion.kind(), suggestion.candidate().reference())
                .map(taken -> !taken);
    }

    Optional<Counterpart> counterpart(String kind) {
        return counterparts.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }
}
