package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What somebody was asked and has answered, and that they want to be asked no more. */
@Component
@Order(25)
class RaiseRecords implements PersonalRecords {

    private final RaiseStore store;

    RaiseRecords(RaiseStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "raises";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return Flux.concat(
                store.of(ids(member)).map(RaiseRecords::record),
                store.quietSince(ids(member))
                        .map(since -> PersonalRecord.with("quiet", since).build()));
    }

    private static PersonalRecord record(RaiseQuestion it) {
        String answer = it.answer() == null ? "none" : it.answer().code();
        return PersonalRecord.with("askedAt", it.askedAt())
                .and("gift", it.gift())
                .and("suggested", it.suggested())
                .and("answer", new Word(answer, "raises.data.answer." + answer))
                .build();
    }

    @Override
    public Mono<Void> erase(Member member) {
        return store.forget(ids(member));
    }

    private static List<UUID> ids(Member member) {
        return Arrays.asList(member.ids());
    }
}
