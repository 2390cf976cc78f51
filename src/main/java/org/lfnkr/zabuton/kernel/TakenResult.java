package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;

import org.reactivestreams.Publisher;

import reactor.core.publisher.Flux;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An answer whose rows are taken as they come and kept until they are asked for. A transaction has
 * one connection: a statement about the first row would wait for the last one, and that one for
 * somebody who asks for it, as soon as there are more rows than operators ask for ahead. Statements
 * limit their rows, so what is kept is small.
 */
record TakenResult(Result answer) implements Result {

    @Override
    public Publisher<Long> getRowsUpdated() {
        return answer.getRowsUpdated();
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
        return taken(answer.map(mapping));
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mapping) {
        return taken(answer.map(mapping));
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        return new TakenResult(answer.filter(filter));
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
        return answer.flatMap(mapping);
    }

    private static <T> Flux<T> taken(Publisher<T> rows) {
        return Flux.from(rows).onBackpressureBuffer();
    }
}
