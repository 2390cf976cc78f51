package org.lfnkr.zabuton.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Tells Prometheus at {@code /metrics}. It is a server of one page and nothing of the shop's: no
 * proxy that leads to the shop leads here by mistake, and it begins and ends with the shop.
 */
@Component
class MetricsServer implements SmartLifecycle {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsProperties settings;
    private final PrometheusMeterRegistry registry;
    private final Readings readings;
    private @Nullable DisposableServer server;

    MetricsServer(MetricsProperties settings, PrometheusMeterRegistry registry, Readings readings) {
        this.settings = settings;
        this.registry = registry;
        this.readings = readings;
    }

    @Override
    public void start() {
        if (settings.port() > 0) {
            server =
                    HttpServer.create()
                            .host(settings.address())
                            .port(settings.port())
                            .route(routes -> routes.get("/metrics", this::tell))
                            .bindNow();
        }
    }

    private Mono<Void> tell(HttpServerRequest request, HttpServerResponse response) {
        return readings.refresh()
                .then(
                        response.header("Content-Type", TYPE)
                                .sendString(Mono.fromSupplier(() -> registry.scrape(TYPE)))
                                .then());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
