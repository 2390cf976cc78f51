package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.vault.SubjectId;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** One kind of records that keep something of people; a bean of the feature that owns them. */
public interface Masked {

    /** One lower-case word, such as {@code order}. */
    String kind();

    /** What can be opened of a record, in the order of the page. */
    List<Part> parts();

    /** Under whose key it lies; empty where there is no such record. */
    Mono<SubjectId> owner(UUID record);

    /** What stands there, in the order to be read; empty once the person is erased. */
    Mono<List<Opened>> open(UUID record, Part part);

    /**
     * A line of what is opened.
     *
     * @param label key of its message
     */
    record Opened(String label, String text) {

        @Override
        public String toString() {
            return "Opened[" + label + "]";
        }
    }
}
