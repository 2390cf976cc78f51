package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a card says of a product in several colours. */
class AvailabilityTests {

    private static final Availability OUT = new Availability("out", "storefront.sold-out", 0, 1);
    private static final Availability FEW = new Availability("few", "storefront.few", 3, 1);
    private static final Availability MANY = new Availability("in", "storefront.in-stock", 20, 1);

    @Test
    void saysOfHowManyColoursItIsTrue() {
        assertThat(Availability.of(List.of(OUT, MANY, OUT)))
                .isEqualTo(new Availability("some", "storefront.some", 1, 3));
    }

    @Test
    void saysOfAllWhatIsTrueOfAll() {
        assertThat(Availability.of(List.of(OUT, OUT))).isEqualTo(OUT);
        assertThat(Availability.of(List.of(MANY))).isEqualTo(MANY);
        assertThat(Availability.of(List.of(FEW, MANY)).mark()).isEqualTo("in");
    }

    @Test
    void countsWhatIsLeftInEveryColour() {
        assertThat(Availability.of(List.of(FEW, FEW)).number()).isEqualTo(6);
        assertThat(Availability.of(List.of(FEW, FEW)).mark()).isEqualTo("in");
    }
}
