package org.lfnkr.zabuton.pictures;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Draws pictures that somebody brings anew, without what a camera tells. */
@Component
public class Redrawing implements DisposableBean {

    /** What a camera of a telephone writes, several times over. */
    public static final int MOST_BYTES = 30_000_000;

    /** A decoded photograph takes much memory, so there is one at a time. */
    private final Scheduler scheduler = Schedulers.newSingle("darkroom", true);

    /**
     * The picture upright, in sRGB and without metadata.
     *
     * @param file nothing is believed of it; it is not changed
     * @param side of the longer side, in pixels, at most
     */
    public Mono<Development> draw(byte[] file, int side) {
        return Mono.fromCallable(() -> Darkroom.develop(file, side)).subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
