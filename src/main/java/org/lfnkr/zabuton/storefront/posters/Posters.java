package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.storefront.posters.Poster.Subject;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The posters of all pages. What was drawn is kept; one is drawn at a time, off the event loops.
 */
@Component
public class Posters {

    /** Less than half a megabyte each: two of each product, and some of former prices. */
    private static final int KEPT = 64;

    private static final Duration FOR_GOOD = Duration.ofMillis(Long.MAX_VALUE);

    private final Messages messages;
    private final Formats formats;
    private final Scheduler postersScheduler;
    private final Map<Poster, Mono<byte[]>> drawn = Collections.synchronizedMap(new Kept());

    Posters(Messages messages, Formats formats, Scheduler postersScheduler) {
        this.messages = messages;
        this.formats = formats;
        this.postersScheduler = postersScheduler;
    }

    /** The poster of a product, with its price as the shelf says it. */
    public Poster of(Product product, Language language) {
        Variant first = product.variants().getFirst();
        return new Poster(
                language,
                "/products/" + product.slug(),
                product.name().in(language),
                price(product, language),
                new Subject(product.motif(), product.silhouette(), first.colour()));
    }

    private String price(Product product, Language language) {
        String yen = formats.yen(product.lowestPrice());
        String price = product.hasSeveralPrices() ? text("web.price.from", language, yen) : yen;
        return text("storefront.poster.price", language, price);
    }

    Poster of(PagePoster page, Language language) {
        return new Poster(
                language,
                "/" + page.code(),
                text(page.title(), language),
                text(page.line(), language),
                page.subject());
    }

    /** A PNG. */
    Mono<byte[]> png(Poster poster) {
        return drawn.computeIfAbsent(poster, this::draw);
    }

    /** What is drawn stays; what failed is drawn again for whoever asks next. */
    private Mono<byte[]> draw(Poster poster) {
        String shop = text("web.wordmark", poster.language());
        String organisation = text("web.organisation", poster.language());
        return Mono.fromCallable(() -> PosterPrinter.png(poster, shop, organisation))
                .subscribeOn(postersScheduler)
                .cache(drawing -> FOR_GOOD, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }

    /** Forgets what nobody has asked for the longest. */
    private static final class Kept extends LinkedHashMap<Poster, Mono<byte[]>> {

        private static final long serialVersionUID = 1;

        Kept() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Poster, Mono<byte[]>> eldest) {
            return size() > KEPT;
        }
    }
}
