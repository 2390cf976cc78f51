package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Asks a second person to put right what an entry said. */
@Service
class Corrections {

    private final CorrectionStore store;
    private final Approvals approvals;
    private final Clock clock;

    Corrections(CorrectionStore store, Approvals approvals, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * @return what is wrong with the wish; nothing where somebody is asked
     */
    @Transactional
    public Mono<List<Problem>> ask(CorrectionForm form, String by) {
        return store.accounts()
                .map(CorrectionStore.Account::code)
                .collectList()
                .map(form::problems)
                .flatMap(wrong -> wrong.isEmpty() ? propose(form, by) : Mono.just(wrong));
    }

    private Mono<List<Problem>> propose(CorrectionForm form, String by) {
        UUID id = form.id();
        return store.add(id, form, by, clock.instant())
                .flatMap(
                        added ->
                                added
                                        ? approvals
                                                .propose(
                                                        EntryCorrectionApprovals.KIND,
                                                        id,
                                                        UUID.fromString(by),
                                                        form.reason())
                                                .thenReturn(List.of())
                                        : Mono.just(List.of(CorrectionForm.unknownEntry())));
    }
}
