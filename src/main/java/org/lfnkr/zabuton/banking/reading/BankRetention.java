package org.lfnkr.zabuton.banking.reading;

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
    private final Clock clock;

    BankRetention(BankFileStore files, FileSealing sealing, Clock clock) {
        this.files = files;
        this.sealing = sealing;
        this.clock = clock;
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
