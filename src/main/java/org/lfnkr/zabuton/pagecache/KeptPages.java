package org.lfnkr.zabuton.pagecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.outbox.Notifications;
import org.lfnkr.zabuton.web.PageVersions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/** The pages in memory; what is asked for least goes first. Days are Tokyo's. */
@Component
class KeptPages {

    private final Cache<String, KeptPage> pages;
    private final PageVersions versions;
    private final Notifications notifications;
    private final Clock clock;
    private final boolean keeps;

    /**
     * @param hears whether this node is told of changes; one that isn't keeps no page
     */
    KeptPages(
            PageCacheProperties properties,
            PageVersions versions,
            Notifications notifications,
            Clock clock,
            @Value("${zabuton.background:true}") boolean hears) {
        this.pages =
                Caffeine.newBuilder()
                        .maximumWeight(properties.memory().toBytes())
                        .weigher((String key, KeptPage page) -> 2 * key.length() + page.bytes())
                        .executor(Runnable::run)
                        .build();
        this.versions = versions;
        this.notifications = notifications;
        this.clock = clock;
        this.keeps = hears && properties.memory().toBytes() > 0;
    }

    boolean keeps() {
        return keeps;
    }

    long version(PageKey key) {
        return versions.of(key.pages().topics());
    }

    /** As things are now, or null; null also where this node can't know. */
    @Nullable KeptPage fresh(PageKey key) {
        KeptPage page = pages.getIfPresent(key.text());
        return page != null
                        && page.version() == version(key)
                        && isOfToday(page)
                        && notifications.isHeard()
                ? page
                : null;
    }

    /** Prices begin and claims end with a day. */
    private boolean isOfToday(KeptPage page) {
        Instant made = Instant.ofEpochMilli(page.madeAt());
        return BusinessDate.of(made).equals(BusinessDate.of(clock.instant()));
    }

    /**
     * As it was last, whatever has changed since; that of who has chosen nothing yet if need be.
     */
    @Nullable KeptPage last(PageKey key) {
        KeptPage last = pages.getIfPresent(key.text());
        return last == null ? pages.getIfPresent(key.plain().text()) : last;
    }

    /** Never puts an older one in the place of a newer one. */
    void keep(PageKey key, KeptPage page) {
        pages.asMap()
                .merge(
                        key.text(),
                        page,
                        (old, made) -> old.version() > made.version() ? old : made);
    }

    long now() {
        return clock.millis();
    }

    /** What is kept, in bytes. */
    long bytes() {
        pages.cleanUp();
        return pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
