package org.lfnkr.zabuton.pagecache;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PageVersions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageCacheProperties.class)
class PageCacheConfiguration {

    /** How old a page may become where a notification was lost. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    /** While scarce pieces are sold every moment, pages are made anew no more often than that. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Bean
    Worker stockOnPages(Workers workers, PageVersions versions) {
        return follow(workers, versions, "stock");
    }

    @Bean
    Worker impactOnPages(Workers workers, PageVersions versions) {
        return follow(workers, versions, "impact");
    }

    @Bean
    Worker fundsOnPages(Workers workers, PageVersions versions) {
        return follow(workers, versions, "funds");
    }

    @Bean
    Worker busyPageWorker(Workers workers, BusyPage busy, PageMaker maker) {
        return workers.every(OLDEST, "pages.busy", () -> busy.make(maker));
    }

    private static Worker follow(Workers workers, PageVersions versions, String topic) {
        return workers.every(
                OLDEST, "pages." + topic, () -> Mono.fromRunnable(() -> versions.changed(topic)));
    }

    /** Next to the bytes: whom memory can answer needs nothing else of the server. */
    @Bean
    NettyServerCustomizer pageServers(
            PageKeys keys, KeptPages pages, PageMeters meters, BusyPage busy) {
        return server ->
                server.doOnChannelInit(
                        (observer, channel, remote) ->
                                channel.pipeline()
                                        .addBefore(
                                                NettyPipeline.HttpTrafficHandler,
                                                "pages",
                                                new PageServer(keys, pages, meters, busy)));
    }
}
