package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Candidate.Ground;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * What the books say of the bank already, since somebody noted it from a paper: a gift, what a card
 * terminal paid out, what was handed back.
 */
@Component
class NotedBefore implements Counterpart {

    private final NotedStore store;
    private final Messages messages;

    NotedBefore(NotedStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "noted";
    }

    @Override
    public Flux<Candidate> candidates(BankRow row) {
        return store.like(row).map(noted -> candidate(row, noted));
    }

    private Candidate candidate(BankRow row, NotedStore.Noted noted) {
        return new Candidate(
                noted.source(),
                title(noted),
                null,
                noted.yen(),
                noted.on(),
                noted.on().equals(row.day()) ? Ground.SUM_AND_DAY : Ground.SUM);
    }

    private Bilingual title(NotedStore.Noted noted) {
        return new Bilingual(title(noted, Language.EN), title(noted, Language.JA));
    }

    private String title(NotedStore.Noted noted, Language language) {
        return messages.text("banking.noted", language, noted.paper());
    }

    @Override
    public Mono<Settled> settle(BankRow row, String reference, String by, Instant at) {
        return store.find(row, reference)
                .<Settled>map(noted -> new Settled.Elsewhere(noted.source()))
                .defaultIfEmpty(new Settled.Refused("banking.refused.taken"));
    }
}
