package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.BroughtIn;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * Forgets files and what they say of payers when the books no longer need them: ten years, as all
 * that stands behind the books. What rows moved stays, and names nobody.
 */
@Component
class BankRetention {

    private static final int YEARS_OF_BOOKS = 10;
    private static final int AT_A_TIME = 50;

    private final BankFileStore files;
    private final FileSealing sealing;
    private final BroughtIn broughtIn;
    private final Clock clock;

    BankRetention(BankFileStore files, FileSealing sealing, BroughtIn broughtIn, Clock clock) {
        this.files = files;
        this.sealing = sealing;
        this.broughtIn = broughtIn;
        this.clock = clock;
    }

    /** Books what was noted since the last file, for days before the first row. */
    @Transactional
    public Mono<Void> follow() {
        return broughtIn.follow();
    }

    /** How many were forgotten. */
    @Transactional
    public Mono<Long> sweep() {
        return files.over(BusinessDate.of(clock.instant()).minusYears(YEARS_OF_BOOKS), AT_A_TIME)
                .collectList()
                .flatMapIterable(over -> over)
                .concatMap(
                        file ->
                                sealing.forget(file)
                                        .then(files.setForgotten(file.id(), clock.instant()))
                                        .thenReturn(file))
                .count();
    }
}
