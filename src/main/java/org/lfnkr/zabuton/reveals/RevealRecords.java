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

    RevealRecords(RevealStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "reveals";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.of(member.subjects()).map(RevealRecords::record);
    }

    private static PersonalRecord record(Look look) {
        return PersonalRecord.with("at", look.at())
                .and("part", word("part", look.part().code()))
                .and("way", word("way", look.way().code()))
                .and("role", word("role", look.role().name()))
                .and("reason", word("reason", look.reason().code()))
                .build();
    }

    private static Word word(String kind, String code) {
        return new Word(code, "reveals." + kind + "." + code);
    }
}
