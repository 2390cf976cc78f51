package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.content.CountedExample;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

/**
 * What the page on counting computes: the first piece on the shelf. A real order would tell what
 * one buyer paid.
 */
@Component
class CountedExamples implements CountedExample {

    private final Catalog catalog;
    private final ProductShowing products;
    private final ImpactWords words;
    private final Messages messages;

    CountedExamples(
            Catalog catalog, ProductShowing products, ImpactWords words, Messages messages) {
        this.catalog = catalog;
        this.products = products;
        this.words = words;
        this.messages = messages;
    }

    /** The first of which something may be claimed. */
    @Override
    public Mono<Example> of(Language language) {
        return catalog.shelf()
                .concatMap(
                        product ->
                                products.find(
                                        product.slug(), "", Destination.japan(Prefecture.TOKYO)))
                .filter(page -> page.impact() != null && page.proceeds() != null)
                .next()
                .map(page -> of(page, language));
    }

    private Example of(ProductPage page, Language language) {
        Proceeds proceeds = Objects.requireNonNull(page.proceeds());
        ImpactStory story = Objects.requireNonNull(page.impact());
        List<Part> parts =
                proceeds.parts().stream()
                        .map(
                                part ->
                                        new Part(
                                                messages.text(
                                                        "impact.part." + part.key(), language),
                                                part.money()))
                        .toList();
        return new Example(
                parts,
                List.of(page.product().name().in(language), words.sentence(story, language)));
    }
}
