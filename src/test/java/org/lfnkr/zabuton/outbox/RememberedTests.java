package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;

import reactor.core.publisher.Mono;

import java.util.concurrent.atomic.AtomicInteger;

class RememberedTests {

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void isReadEachTimeUntilSomebodyRefreshesIt() {
        Remembered<Integer> number = new Remembered<>(Mono.fromCallable(reads::incrementAndGet));

        assertThat(Await.value(number.get())).isEqualTo(1);
        assertThat(Await.value(number.get())).isEqualTo(2);
        Await.done(number.refresh());
        assertThat(Await.value(number.get())).isEqualTo(3);
        assertThat(Await.value(number.get())).isEqualTo(3);
    }

    @Test
    void outlivesAFailureOfItsSource() {
        Remembered<Integer> number = new Remembered<>(Mono.fromCallable(this::onlyOnce));

        Await.done(number.refresh());
        Await.done(number.refresh().onErrorComplete());

        assertThat(Await.value(number.get())).isEqualTo(1);
    }

    private int onlyOnce() {
        if (reads.incrementAndGet() > 1) {
            throw new IllegalStateException("The database is down");
        }
        return 1;
    }
}
