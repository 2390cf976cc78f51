package org.lfnkr.zabuton.stock.movements;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.alone.AloneLimit;
import org.lfnkr.zabuton.stock.movements.Noting.Confirms;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.lfnkr.zabuton.stock.movements.Noting.TooMany;
import org.lfnkr.zabuton.stock.movements.Noting.Waits;

import java.time.Instant;
import java.util.UUID;

class NotingTests {

    private static final AloneLimit LIMIT = new AloneLimit(5);
    private static final UUID FIRST = UUID.randomUUID();

    @Test
    void fewAreGoneAtOnceAndManyWait() {
        assertThat(noting(5, 0, 0, null)).isEqualTo(new Noted());
        assertThat(noting(6, 0, 0, null)).isEqualTo(new Waits());
    }

    @Test
    void thoseOfTheDayWeighTogether() {
        assertThat(noting(2, -3, 0, null)).isEqualTo(new Noted());
        assertThat(noting(2, -4, 0, null)).as("of the piece").isEqualTo(new Waits());
        assertThat(noting(2, 0, 4, null)).as("by the person").isEqualTo(new Waits());
        assertThat(noting(6, 6, 0, null)).as("found before").isEqualTo(new Waits());
    }

    @Test
    void somebodyElseWhoSaysTheSameConfirmsIt() {
        assertThat(noting(9, 0, 0, waiting(9, "other"))).isEqualTo(new Confirms(FIRST));
        assertThat(noting(2, 0, 0, waiting(2, "other")))
                .as("few, that were many with those of the day")
                .isEqualTo(new Confirms(FIRST));
        assertThat(noting(9, 0, 0, waiting(9, "me"))).isEqualTo(new Waits());
        assertThat(noting(9, 0, 0, waiting(8, "other"))).isEqualTo(new Waits());
    }

    @Test
    void whatOrdersHoldIsNotGoneForAnybody() {
        assertThat(noting(21, 0, 0, waiting(21, "other"))).isEqualTo(new TooMany(20));
    }

    private static Noting noting(
            int quantity, int ofPiece, int byActor, @Nullable WriteOff waiting) {
        Note note =
                new Note(
                        new VariantId(UUID.randomUUID()),
                        Change.BROKEN,
                        quantity,
                        UUID.randomUUID(),
                        "me");
        return Noting.of(note, new Gone(20, ofPiece, byActor, waiting), LIMIT);
    }

    private static WriteOff waiting(int quantity, String by) {
        return new WriteOff(FIRST, "broken", quantity, by, Instant.EPOCH);
    }
}
