package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.catalog.knit.KnitPicture;
import org.lfnkr.zabuton.outbox.Remembered;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pictures of what is on the shelf. Each is drawn once; there are as many as variants. */
@Component
class Pictures {

    private final Remembered<Shelf> shelf;
    private final Map<Subject, Picture> drawn = new ConcurrentHashMap<>();

    Pictures(Remembered<Shelf> shelf) {
        this.shelf = shelf;
    }

    /**
     * The picture called {@code <slug>-<colour>}; empty where nothing on the shelf is so called.
     */
    public Mono<Picture> named(String name) {
        return shelf.get().flatMap(it -> Mono.justOrEmpty(it.subject(name))).map(this::picture);
    }

    private Picture picture(Subject subject) {
        return drawn.computeIfAbsent(subject, Subject::draw);
    }

    /** What a drawing depends on. */
    record Subject(String motif, String silhouette, String colour) {

        Picture draw() {
            return Picture.of(KnitPicture.of(motif, silhouette, colour));
        }
    }
}
