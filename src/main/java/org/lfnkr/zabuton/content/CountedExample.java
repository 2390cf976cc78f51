package org.lfnkr.zabuton.content;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * A computed example of how money is counted. A bean of the module that knows the shelf; the page
 * of words asks for it here.
 */
public interface CountedExample {

    /** What a piece on the shelf would do; empty where nothing can be said of any. */
    Mono<Example> of(Language language);

    /**
     * What is told of an example.
     *
     * @param parts of what was paid
     * @param steps what became of what was there for a purpose, in sentences
     */
    record Example(List<Part> parts, List<String> steps) {

        public Example {
            parts = List.copyOf(parts);
            steps = List.copyOf(steps);
        }

        /** What was paid. */
        public Money total() {
            return parts.stream().map(Part::yen).reduce(Money.ZERO, Money::plus);
        }
    }

    /** A part of what was paid. */
    record Part(String name, Money yen) {}
}
