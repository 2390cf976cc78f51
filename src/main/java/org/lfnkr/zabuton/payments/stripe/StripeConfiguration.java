package org.lfnkr.zabuton.payments.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;

import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.lfnkr.zabuton.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    /**
     * More tries than one double the load on a Stripe in trouble; what stays unknown is asked
     * later.
     */
    private static final int RETRIES = 1;

    /** Stripe allows 100 requests a second, 25 in its sandbox. */
    private static final int AT_ONCE = 24;

    private static final int QUEUE = 1_000;

    @Bean
    StripeClient stripeClient(StripeProperties properties) {
        Stripe.enableTelemetry = false;
        return StripeClient.builder()
                .setApiKey(properties.apiKey())
                .setApiBase(properties.apiBase())
                .setConnectTimeout((int) properties.connectTimeout().toMillis())
                .setReadTimeout((int) properties.readTimeout().toMillis())
                .setMaxNetworkRetries(RETRIES)
                .build();
    }

    /** Bounded, so that a Stripe that hangs can't take every thread or all memory. */
    @Bean
    Scheduler stripeScheduler() {
        return Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        AT_ONCE,
                        AT_ONCE,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofVirtual().name("stripe-", 0).factory()),
                "stripe");
    }

    @Bean
    PublicRoutes webhookRoute() {
        return PublicRoutes.post(StripeWebhookController.PATH);
    }

    @Bean
    Worker inboxWorker(Workers workers, InboxRelay relay) {
        return workers.of(relay);
    }

    /** With the pauses of worker and inbox less than a minute, whichever node was told. */
    @Bean
    ReadingJob newsReading(Sweep sweep) {
        return new ReadingJob("payments.news", Duration.ofSeconds(30), sweep::readNews);
    }

    @Bean
    Worker newsSweep(Workers workers, ReadingJob newsReading) {
        return workers.of(newsReading);
    }

    @Bean
    Worker settingsCheck(Workers workers, StripeSettingsCheck check) {
        return workers.every(Duration.ofHours(6), "payments.settings", check::check);
    }

    @Bean
    ReadingJob eventReading(Sweep sweep) {
        return new ReadingJob("payments.events", Duration.ofMinutes(15), sweep::readEvents);
    }

    @Bean
    Worker eventSweep(Workers workers, ReadingJob eventReading) {
        return workers.of(eventReading);
    }
}
