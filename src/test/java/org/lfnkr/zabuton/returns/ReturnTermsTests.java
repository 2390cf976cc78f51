package org.lfnkr.zabuton.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What may be given back is what the shop's disclosure promises, and nothing twice. */
class ReturnTermsTests {

    /** The 22nd in Tokyo. */
    private static final Instant SENT = Instant.parse("2026-11-22T01:00:00Z");

    private static final VariantId KEPT = new VariantId(UUID.randomUUID());
    private static final VariantId MADE = new VariantId(UUID.randomUUID());

    /** Four days on its way, and eight to think. */
    @ParameterizedTest
    @CsvSource({"2026-11-22, 3", "2026-12-03, 3", "2026-12-04, 3", "2026-12-05, 0"})
    void endsEightDaysAfterItShouldHaveArrived(LocalDate today, int most) {
        ReturnOffer offer = ReturnTerms.of(story(), Timing.NONE, Map.of(KEPT, 3, MADE, 1), today);

        assertThat(offer.lines().getFirst().most()).isEqualTo(most);
        assertThat(offer.lines().getFirst().lastDay()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    /** A carrier keeps a parcel for its day, and the days to think begin with its arrival. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-09, false, 2026-12-17",
        "2026-12-09, true, 2026-12-04",
        "2026-11-26, false, 2026-12-04",
        "2026-11-24, false, 2026-12-04"
    })
    void beginsWithTheWishedDayWhereThatIsLater(LocalDate wished, boolean lapsed, LocalDate last) {
        Timing timing = new Timing(new DeliveryWish(wished, null), 0, 2, lapsed);
        Map<VariantId, Integer> left = Map.of(KEPT, 3, MADE, 1);

        ReturnOffer offer = ReturnTerms.of(story(), timing, left, last);

        assertThat(offer.lines().getFirst().lastDay()).isEqualTo(last);
        assertThat(offer.lines().getFirst().most()).isEqualTo(3);
        assertThat(ReturnTerms.of(story(), timing, left, last.plusDays(1)).asks()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // pieces whose money is here, other returns of one piece each: how many may be asked for
        "3, '', 3",
        "2, '', 2",
        "0, '', 0",
        "3, ASKED, 2",
        "3, ACCEPTED ARRIVED, 1",
        "3, CHECKED CHECKED CHECKED, 0",
        "2, REFUNDED, 2",
        "1, REFUNDED REFUNDED, 1",
        "1, REFUNDED, 1",
        "3, REFUSED WITHDRAWN, 3",
        "2, REFUNDED ACCEPTED, 1"
    })
    void nothingIsGivenBackTwice(int left, String returns, int most) {
        ReturnView[] others =
                Stream.of(returns.split(" "))
                        .filter(state -> !state.isEmpty())
                        .map(ReturnTermsTests::asked)
                        .toArray(ReturnView[]::new);

        ReturnOffer offer =
                ReturnTerms.of(story(others), Timing.NONE, Map.of(KEPT, left, MADE, 1), today());

        assertThat(offer.lines().getFirst().most()).isEqualTo(most);
        assertThat(offer.unanswered()).isEqualTo(returns.contains("ASKED"));
    }

    /** What is still to be sent is not what came back: its money is here, the piece never left. */
    @Test
    void whatIsStillToBeSentIsNotGivenBackInThePlaceOfWhatCameBack() {
        OrderParcels two =
                new OrderParcels(List.of(parcel(new ParcelLine(KEPT, 2))), List.of(), List.of());

        ReturnOffer offer =
                ReturnTerms.of(
                        story(two, asked("REFUNDED")),
                        Timing.NONE,
                        Map.of(KEPT, 2, MADE, 1),
                        today());

        assertThat(offer.lines().getFirst().most()).isEqualTo(1);
        assertThat(offer.lines().getLast().most()).isZero();
    }

    /** For a change of mind it stays; what is broken comes back. */
    @Test
    void madeToOrderComesBackOnlyForOurFault() {
        ReturnOffer offer = ReturnTerms.of(story(), Timing.NONE, Map.of(KEPT, 3, MADE, 1), today());
        String field = "pieces-" + MADE.value();

        for (ReturnCause cause : ReturnCause.values()) {
            Map<String, String> typed = Map.of(field, "1", "cause", cause.code());
            assertThat(ReturnForm.sent(offer, typed).failed())
                    .isEqualTo(cause == ReturnCause.CHANGED_MIND);
        }
    }

    @Test
    void whatWasNotSentIsNotGivenBack() {
        OrderStory unsent = story(OrderParcels.NONE);

        assertThat(ReturnTerms.of(unsent, Timing.NONE, Map.of(KEPT, 3, MADE, 1), today()).asks())
                .isFalse();
    }

    private static LocalDate today() {
        return LocalDate.of(2026, 11, 30);
    }

    private static OrderStory story(ReturnView... returns) {
        Parcel all = parcel(new ParcelLine(KEPT, 3), new ParcelLine(MADE, 1));
        return story(new OrderParcels(List.of(all), List.of(), List.of()), returns);
    }

    private static Parcel parcel(ParcelLine... lines) {
        return new Parcel(
                UUID.randomUUID(), new Bilingual("Post", "郵便"), null, List.of(lines), SENT, null);
    }

    private static OrderStory story(OrderParcels parcels, ReturnView... returns) {
        return new OrderStory(
                order(),
                List.of(line(KEPT, 3, false), line(MADE, 1, true)),
                List.of(),
                parcels,
                List.of(returns),
                List.of());
    }

    private static ReturnView asked(String state) {
        return new ReturnView(
                UUID.randomUUID(),
                ReturnState.valueOf(state),
                ReturnCause.FAULTY,
                false,
                null,
                List.of(new ParcelLine(KEPT, 1)),
                SENT);
    }

    private static SoldLine line(VariantId variant, int quantity, boolean made) {
        return new SoldLine(
                variant,
                "SKU",
                "Cushion",
                "Indigo",
                Money.yen(3_200),
                quantity,
                10,
                null,
                Money.yen(900),
                made,
                null);
    }

    private static Order order() {
        return new Order(
                new OrderId(UUID.randomUUID()),
                "7K3M9-QXT4B",
                UUID.randomUUID(),
                Language.EN,
                OrderStatus.PAID,
                new SubjectId(UUID.randomUUID()),
                new PaymentId(UUID.randomUUID()),
                "JP",
                new Takings(
                        Money.yen(12_800),
                        Money.ZERO,
                        Money.ZERO,
                        Money.yen(1_163),
                        Money.yen(3_600),
                        Money.yen(600)),
                null,
                UUID.randomUUID(),
                new Bilingual("Kanto", "関東"),
                2,
                4,
                null,
                null,
                Money.ZERO,
                false,
                false,
                SENT,
                SENT);
    }
}
