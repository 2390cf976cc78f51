package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.goods.GoodsFile.Fault;
import org.lfnkr.zabuton.catalog.goods.GoodsFile.Row;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes a table of goods, whole or not at all. What is there already stays as it is, so the same
 * table twice adds nothing. A dry run does the very same and takes it all back.
 */
@Service
class GoodsImport {

    private final Range range;
    private final TransactionalOperator transactions;
    private final Clock clock;

    GoodsImport(Range range, TransactionalOperator transactions, Clock clock) {
        this.range = range;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a table comes to.
     *
     * @param added variants that are new
     * @param known variants that were there
     * @param faults where there are any, nothing is added
     */
    record Outcome(int added, int known, List<Fault> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }

    private enum Done {
        ADDED,
        KNOWN,
        TAKEN
    }

    private record Line(Row row, Done done) {}

    /**
     * @param dry whether all is taken back
     * @param actor the account of the member of staff
     */
    Mono<Outcome> take(String text, boolean dry, String actor) {
        GoodsFile file = GoodsFile.read(text, BusinessDate.of(clock.instant()));
        return file.faults().isEmpty()
                ? transactions
                        .execute(
                                status ->
                                        Flux.fromIterable(file.rows())
                                                .concatMap(row -> take(row, actor))
                                                .collectList()
                                                .map(GoodsImport::outcome)
                                                .doOnNext(
                                                        it -> {
                                                            if (dry || !it.faults().isEmpty()) {
                                                                status.setRollbackOnly();
                                                            }
                                                        }))
                        .single()
                : Mono.just(new Outcome(0, 0, file.faults()));
    }

    private static Outcome outcome(List<Line> lines) {
        return new Outcome(
                count(lines, Done.ADDED),
                count(lines, Done.KNOWN),
                lines.stream()
                        .filter(line -> line.done() == Done.TAKEN)
                        .map(
                                line ->
                                        new Fault(
                                                line.row().line(),
                                                Problem.of("sku", "catalog.wrong.sku.taken")))
                        .toList());
    }

    private static int count(List<Line> lines, Done done) {
        return (int) lines.stream().map(Line::done).filter(Predicate.isEqual(done)).count();
    }

    private Mono<Line> take(Row row, String actor) {
        return range.add(row.goods(), actor)
                .then(range.find(row.goods().slug()))
                .flatMap(goods -> take(goods, row, actor))
                .map(done -> new Line(row, done));
    }

    private Mono<Done> take(Goods goods, Row row, String actor) {
        return kind(goods, row)
                .hasElement()
                .flatMap(known -> known ? Mono.just(Done.KNOWN) : add(goods, row, actor));
    }

    private Mono<Kind> kind(Goods goods, Row row) {
        return range.kinds(goods)
                .filter(kind -> kind.variant().sku().equals(row.kind().sku()))
                .next();
    }

    private Mono<Done> add(Goods goods, Row row, String actor) {
        return range.add(goods, row.kind(), actor)
                .flatMap(
                        isNew ->
                                isNew
                                        ? kind(goods, row)
                                                .flatMap(it -> range.set(it, row.costs(), actor))
                                                .thenReturn(Done.ADDED)
                                        : Mono.just(Done.TAKEN));
    }
}
