package org.lfnkr.zabuton.funds.outcomes.quiet;

import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** That somebody wants no such mails, for their own page. */
@Component
@Order(60)
class QuietRecords implements PersonalRecords {

    private final QuietStore store;

    QuietRecords(QuietStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "outcomes";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.since(subjects(member))
                .map(since -> PersonalRecord.with("quiet", since).build());
    }

    @Override
    public Mono<Void> erase(Member member) {
        return store.forget(subjects(member));
    }

    private static List<SubjectId> subjects(Member member) {
        return member.selves().stream().map(Supporter::subject).toList();
    }
}
