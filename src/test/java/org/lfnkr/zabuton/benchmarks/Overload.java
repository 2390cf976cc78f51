package org.lfnkr.zabuton.benchmarks;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * What becomes of a page when it is asked for ten times as often as it can be made, and when
 * everybody asks again as soon as they are answered; and how soon all is well afterwards. Started
 * by {@code infra/bench/bench.mjs}.
 */
public final class Overload {

    private static final int CALM = 8;
    private static final int TIMES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final String page;
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** Status and time of an answer; status 0 where there was none. */
    private record Answer(int status, double milliseconds) {}

    private Overload(String page, int callers) {
        this.page = page;
        this.client =
                HttpClient.create(ConnectionProvider.create("overload", callers))
                        .responseTimeout(PATIENCE);
    }

    /**
     * @param args the page's address, callers at once, seconds
     */
    public static void main(String[] args) {
        int callers = Integer.parseInt(args[1]);
        Duration time = Duration.ofSeconds(Integer.parseInt(args[2]));
        Overload overload = new Overload(args[0], callers);
        overload.ask(CALM, time, Duration.ZERO);
        List<Answer> calm = overload.ask(CALM, time, Duration.ZERO);
        Duration pause = time.multipliedBy(callers).dividedBy((long) TIMES * calm.size());
        overload.ask(callers, time, pause);
        List<Answer> tenfold = overload.ask(callers, time, pause);
        List<Answer> restless = overload.ask(callers, time, Duration.ZERO);
        double recovery = overload.recovery(2 * percentile(of(calm, 200), 50));
        System.out.printf(
                "{\"calm\": %s, \"tenfold\": %s, \"restless\": %s, \"recovery\": %.2f}%n",
                told(calm, time), told(tenfold, time), told(restless, time), recovery);
        System.exit(0);
    }

    private static String told(List<Answer> answers, Duration time) {
        return String.format(
                Locale.ROOT,
                "{\"accepted\": %.1f, \"p99\": %.1f, \"refused\": %.1f, \"refusedP99\": %.1f,"
                        + " \"lost\": %d}",
                (double) of(answers, 200).count() / time.toSeconds(),
                percentile(of(answers, 200), 99),
                (double) of(answers, 503).count() / time.toSeconds(),
                percentile(of(answers, 503), 99),
                of(answers, 0).count());
    }

    private static Stream<Answer> of(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status);
    }

    /**
     * @param pause from one request of a caller to their next, which in any case comes after the
     *     answer; the callers begin one after the other in the course of it
     */
    private List<Answer> ask(int callers, Duration time, Duration pause) {
        answers.clear();
        long end = System.nanoTime() + time.toNanos();
        Flux.range(0, callers)
                .flatMap(
                        caller ->
                                Mono.when(ask().doOnNext(answers::add), Mono.delay(pause))
                                        .repeat(() -> System.nanoTime() < end)
                                        .delaySubscription(
                                                pause.multipliedBy(caller).dividedBy(callers))
                                        .then(),
                        callers)
                .blockLast(time.plus(PATIENCE).plus(PATIENCE));
        return List.copyOf(answers);
    }

    private Mono<Answer> ask() {
        return Mono.defer(
                () -> {
                    long begun = System.nanoTime();
                    return client.get()
                            .uri(page)
                            .responseSingle(
                                    (answer, body) ->
                                            body.asByteArray()
                                                    .thenReturn(answer.status().code())
                                                    .defaultIfEmpty(answer.status().code()))
                            .onErrorReturn(0)
                            .map(status -> new Answer(status, (System.nanoTime() - begun) / 1e6));
                });
    }

    /** Seconds until a single caller is answered as quickly as before. */
    private double recovery(double milliseconds) {
        long begun = System.nanoTime();
        Answer answer;
        do {
            answer = Objects.requireNonNull(ask().block(PATIENCE));
        } while (answer.status() != 200 || answer.milliseconds() > milliseconds);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double percentile(Stream<Answer> answers, int percent) {
        List<Double> sorted = answers.map(Answer::milliseconds).sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
