package org.lfnkr.zabuton.supporters.requests;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Kind;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Outcome;
import org.lfnkr.zabuton.supporters.requests.PrivacyRequest.Way;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Keeps what was asked for and when it is answered, each act with who did it. */
@Service
class Requests {

    private static final String ANSWERED = "request.answered";

    private final RequestStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Requests(RequestStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    Flux<PrivacyRequest> open() {
        return store.open();
    }

    Mono<Slice<PrivacyRequest>> answered(UUID before) {
        return store.place(before)
                .flatMap(place -> store.answered(place, Slice.ASKED).collectList())
                .map(Slice::of);
    }

    Mono<PrivacyRequest> find(UUID id) {
        return store.find(id);
    }

    /**
     * @param id of the form, see {@link org.lfnkr.zabuton.desk.SentOnce}
     * @param receivedOn the day from which the days count
     */
    @Transactional
    public Mono<PrivacyRequest> note(
            UUID id, Kind kind, Way way, LocalDate receivedOn, String actor) {
        PrivacyRequest request =
                new PrivacyRequest(
                        id,
                        Reference.random(),
                        kind,
                        way,
                        receivedOn,
                        receivedOn.plusDays(PrivacyRequest.DAYS),
                        null,
                        null);
        return store.add(request, clock.instant())
                .then(audit.record(actor, "request.noted", request.id().toString(), kind.code()))
                .thenReturn(request);
    }

    /**
     * Says that it was answered today. A second click changes nothing.
     *
     * @param reason why so; no personal data
     * @return false where it was answered before, by somebody else or otherwise
     */
    @Transactional
    public Mono<Boolean> answer(UUID id, Outcome outcome, String reason, String actor) {
        String said = outcome.code() + ": " + reason;
        return store.answer(id, outcome, BusinessDate.of(clock.instant()))
                .flatMap(
                        first ->
                                first
                                        ? audit.record(actor, ANSWERED, id.toString(), said)
                                                .thenReturn(true)
                                        : audit.knows(actor, ANSWERED, id.toString(), said));
    }
}
