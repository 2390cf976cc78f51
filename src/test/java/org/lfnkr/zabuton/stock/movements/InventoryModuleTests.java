package org.lfnkr.zabuton.stock.movements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.stock.movements.Noting.Before;
import org.lfnkr.zabuton.stock.movements.Noting.Confirms;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.lfnkr.zabuton.stock.movements.Noting.TooMany;
import org.lfnkr.zabuton.stock.movements.Noting.Waits;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@ModuleTest
class InventoryModuleTests {

    @Autowired Inventory inventory;
    @Autowired Stock stock;
    @Autowired DatabaseClient database;

    private final String somebody = UUID.randomUUID().toString();
    private final String another = UUID.randomUUID().toString();

    @Test
    void aFormThatIsSentTwentyTimesAtOnceIsOneMovement() {
        StockPiece piece = arrived(5);
        UUID form = UUID.randomUUID();

        List<Noting> answers =
                Await.value(
                        Flux.fromStream(
                                        Stream.generate(() -> note(piece, Change.BROKEN, 4, form))
                                                .limit(20))
                                .flatMap(it -> it, 20)
                                .collectList());

        assertThat(answers).containsOnlyOnce(new Noted());
        assertThat(Collections.frequency(answers, new Before())).isEqualTo(19);
        assertThat(available(piece)).isEqualTo(1);
    }

    @Test
    void buyersAndBreakageAtOnceNeverTakeTheSamePiece() {
        StockPiece piece = arrived(10);
        List<StockLine> one = List.of(new StockLine(piece.variant(), 1));

        List<Boolean> got =
                Await.value(
                        Flux.range(0, 40)
                                .flatMap(
                                        number ->
                                                number % 2 == 0
                                                        ? stock.reserve(UUID.randomUUID(), one)
                                                                .map(Reserved.class::isInstance)
                                                        : note(
                                                                        piece,
                                                                        Change.MISSING,
                                                                        1,
                                                                        UUID.randomUUID())
                                                                .map(Noted.class::isInstance),
                                        40)
                                .collectList());

        assertThat(Collections.frequency(got, true)).isEqualTo(10);
        assertThat(available(piece)).isZero();
    }

    @Test
    void whatOrdersHoldCannotBreak() {
        StockPiece piece = arrived(3);
        Await.value(stock.reserve(UUID.randomUUID(), List.of(new StockLine(piece.variant(), 2))));

        assertThat(Await.value(note(piece, Change.FLAWED, 2, UUID.randomUUID())))
                .isEqualTo(new TooMany(1));
        assertThat(Await.value(note(piece, Change.FLAWED, 1, UUID.randomUUID())))
                .isEqualTo(new Noted());
    }

    @Test
    void nothingIsTakenAwayByNobodyOrForNoReason() {
        VariantId variant = arrived(3).variant();
        String lost =
                "insert into stock.movement (variant_id, on_hand, reserved, reason, ground, actor) values ('"
                        + variant
                        + "', -1, 0, 'lost', %s, %s)";

        assertThatThrownBy(() -> run(lost.formatted("null", "'a'")))
                .hasMessageContaining("ground_follows_reason");
        assertThatThrownBy(() -> run(lost.formatted("'flawed'", "'a'")))
                .hasMessageContaining("ground_follows_reason");
        assertThatThrownBy(() -> run(lost.formatted("'stolen'", "null")))
                .hasMessageContaining("somebody_takes_pieces_away");
    }

    @Test
    void manyAreGoneOnceTwoSayTheSame() {
        StockPiece piece = arrived(20);
        UUID second = UUID.randomUUID();

        assertThat(gone(piece, 12, somebody)).isEqualTo(new Waits());
        assertThat(gone(piece, 12, somebody)).as("not oneself").isEqualTo(new Waits());
        assertThat(gone(piece, 11, another)).as("another number").isEqualTo(new Waits());
        assertThat(available(piece)).isEqualTo(20);

        assertThat(gone(piece, 11, somebody)).isInstanceOf(Confirms.class);
        assertThat(available(piece)).isEqualTo(9);
        assertThat(Await.value(inventory.waiting(piece))).isEmpty();
        assertThat(Await.value(inventory.history(piece, 0)).items().getFirst())
                .extracting(StockMovement::onHand, StockMovement::first, StockMovement::actor)
                .containsExactly(-11, another, somebody);

        assertThat(Await.value(note(piece, Change.SOILED, 9, second))).isEqualTo(new Waits());
        assertThat(Await.value(note(piece, Change.SOILED, 9, second))).isEqualTo(new Before());
    }

    @Test
    void nobodyWritesOffByPartsWhatTakesTwoAsAWhole() {
        StockPiece piece = arrived(20);

        assertThat(gone(piece, 3, somebody)).isEqualTo(new Noted());
        assertThat(gone(piece, 3, another)).as("of the same piece").isEqualTo(new Waits());
        assertThat(gone(arrived(20), 3, somebody)).as("by the same person").isEqualTo(new Waits());
        assertThat(gone(arrived(20), 3, another)).isEqualTo(new Noted());
        assertThat(Await.value(note(piece, Change.MADE, 90, UUID.randomUUID())))
                .isEqualTo(new Noted());
        assertThat(gone(piece, 3, another)).as("what came makes no room").isEqualTo(new Waits());
    }

    @Test
    void oneWhoNotesAtOnceOfManyPiecesWritesOffNoMoreAlone() {
        List<Noting> answers =
                Await.value(
                        Flux.fromStream(Stream.generate(() -> arrived(9)).limit(8))
                                .collectList()
                                .flatMapMany(Flux::fromIterable)
                                .flatMap(it -> note(it, Change.STOLEN, 2, UUID.randomUUID()), 8)
                                .collectList());

        assertThat(Collections.frequency(answers, new Noted())).isEqualTo(2);
        assertThat(Collections.frequency(answers, new Waits())).isEqualTo(6);
    }

    @Test
    void nobodyIsTheirOwnSecondWhateverTheApplicationSays() {
        StockPiece piece = arrived(20);
        UUID form = UUID.randomUUID();
        assertThat(Await.value(note(piece, Change.BROKEN, 12, form))).isEqualTo(new Waits());

        String confirm =
                "update stock.write_off set state = 'booked', confirmed_by = %s, confirmed_at = %s where id = '%s'";
        assertThatThrownBy(() -> run(confirm.formatted("'" + somebody + "'", "now()", form)))
                .hasMessageContaining("second_is_another");
        assertThatThrownBy(() -> run(confirm.formatted("null", "null", form)))
                .hasMessageContaining("booked_by_a_second");
        String move =
                "insert into stock.movement (variant_id, on_hand, reserved, reason, ground, write_off, actor) values ('%s', -12, 0, 'damaged', 'broken', '%s', 'x')";
        assertThatThrownBy(() -> run(move.formatted(piece.variant(), form)))
                .as("nothing moves before two have said so")
                .hasMessageContaining("movement_write_off");
    }

    private Noting gone(StockPiece piece, int quantity, String actor) {
        return Await.value(note(piece, Change.BROKEN, quantity, UUID.randomUUID(), actor));
    }

    private Mono<Noting> note(StockPiece piece, Change change, int quantity, UUID form) {
        return note(piece, change, quantity, form, somebody);
    }

    private Mono<Noting> note(
            StockPiece piece, Change change, int quantity, UUID form, String actor) {
        return inventory.note(new Note(piece.variant(), change, quantity, form, actor));
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }

    private int available(StockPiece piece) {
        return Await.value(
                stock.available(List.of(piece.variant()))
                        .mapNotNull(it -> it.get(piece.variant())));
    }

    private StockPiece arrived(int quantity) {
        VariantId variant = new VariantId(UUID.randomUUID());
        Await.done(stock.receive(variant, quantity, Arrival.MADE));
        Bilingual words = new Bilingual("hat", "帽子");
        return new StockPiece(variant, "HAT", words, words, quantity, 0, null);
    }
}
