package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;

/** Tells people what of theirs staff have opened, when and why. Who it was they don't learn. */
@Component
@Order(90)
class RevealRecords implements PersonalRecords {

    private final RevealStore store;
    private final LookUpStore lookUps;

    RevealRecords(RevealStore store, LookUpStore lookUps) {
        this.store = store;
        this.lookUps = lookUps;
    }

    @Override
    public String section() {
        return "reveals";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return Flux.concat(
                store.of(member.subjects()).map(RevealRecords::record),
                lookUps.of(member.ids()).map(RevealRecords::record));
    }

    private static PersonalRecord record(Look look) {
        return PersonalRecord.with("at", look.at())
                .and("part", word("part", look.part().code()))
                .and("way", word("way", look.way().code()))
                .and("role", word("role", look.role().name()))
                .and("reason", word("reason", look.reason().code()))
                .build();
    }

    private static PersonalRecord record(LookUp asked) {
        return PersonalRecord.with("at", asked.at())
                .and("way", word("asked", asked.kind().code()))
                .and("role", word("role", asked.role().name()))
                .build();
    }

    private static Word word(String kind, String code) {
        return new Word(code, "reveals." + kind + "." + code);
    }
}
