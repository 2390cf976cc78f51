package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.bookkeeping.BookedEntry;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.funds.disbursements.promises.Planned;
import org.lfnkr.zabuton.funds.disbursements.promises.PromiseReader;
import org.lfnkr.zabuton.funds.disbursements.promises.Promises;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what the page of a disbursement shows. */
@Component
class DetailReader {

    private final DisbursementStore disbursements;
    private final ActStore acts;
    private final DisbursementProofStore proofs;
    private final ForeignSums foreign;
    private final Looking looking;
    private final Spending spending;
    private final PromiseReader promises;
    private final Course course;
    private final Bookkeeping books;
    private final Requested requested;

    DetailReader(
            DisbursementStore disbursements,
            ActStore acts,
            DisbursementProofStore proofs,
            ForeignSums foreign,
            Looking looking,
            Spending spending,
            PromiseReader promises,
            Course course,
            Bookkeeping books,
            Requested requested) {
        this.disbursements = disbursements;
        this.acts = acts;
        this.proofs = proofs;
        this.foreign = foreign;
        this.looking = looking;
        this.spending = spending;
        this.promises = promises;
        this.course = course;
        this.books = books;
        this.requested = requested;
    }

    /** Empty where there is none. */
    Mono<Detail> read(DisbursementId id, Language language) {
        return disbursements.find(id).flatMap(it -> read(it, language));
    }

    private Mono<Detail> read(Disbursement it, Language language) {
        Mono<Optional<Preview>> preview =
                optional(
                        Mono.just(it)
                                .filter(draft -> draft.state() == DisbursementState.DRAFT)
                                .flatMap(looking::preview));
        return preview.flatMap(
                looked ->
                        Mono.zip(
                                        optional(foreign.find(it.id())),
                                        promises(it, looked),
                                        proofs.of(it.id()).collectList(),
                                        acts.returns(it.id()).collectList(),
                                        gone(it),
                                        course.of(it.id(), language),
                                        entries(it).collectList(),
                                        requested.of(it))
                                .map(
                                        all ->
                                                new Detail(
                                                        it,
                                                        all.getT1().orElse(null),
                                                        looked.orElse(null),
                                                        all.getT2(),
                                                        all.getT3(),
                                                        all.getT4(),
                                                        all.getT5(),
                                                        all.getT6(),
                                                        all.getT7(),
                                                        all.getT8())));
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> maybe) {
        return maybe.map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Promises> promises(Disbursement it, Optional<Preview> preview) {
        Planned planned = new Planned(it.plan().outcome(), it.plan().units(), it.plan().yen());
        return preview.map(looked -> promises.ofTaken(looked.lots(), planned))
                .orElseGet(
                        () ->
                                spending.of(it.id().value())
                                        .collectList()
                                        .flatMap(lots -> promises.ofSpent(lots, planned)));
    }

    private Mono<Set<Integer>> gone(Disbursement it) {
        return acts.returns(it.id())
                .filter(Return::hasArrived)
                .filterWhen(back -> spending.mayAwait(it.id().value(), back.no()).map(may -> !may))
                .map(Return::no)
                .collect(Collectors.toSet());
    }

    private Flux<BookedEntry> entries(Disbursement it) {
        return acts.sources(it.id()).collectList().flatMapMany(books::entries);
    }
}
