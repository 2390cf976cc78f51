package org.lfnkr.zabuton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a machine that watches the shop is told: enough, nothing of people, and no more each day.
 */
@ModuleTest
class MetricsPageTests {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern OURS = Pattern.compile("\\bzabuton_[a-z_]+");

    @LocalServerPort private int port;
    @Autowired private PrometheusMeterRegistry registry;
    @Autowired private Readings readings;

    @Test
    void eachReadingIsANumber() {
        Await.done(readings.refresh());

        assertThat(scraped().filter(line -> line.startsWith("zabuton_")).toList())
                .hasSizeGreaterThanOrEqualTo(9)
                .filteredOn(line -> !line.startsWith("zabuton_books_"))
                .noneMatch(line -> line.endsWith("NaN"));
    }

    /** Whatever a sender types into an address or a method makes no meter and is in none. */
    @Test
    void nobodyMakesAMeterByWhatTheySend() {
        ask(0);
        Set<String> before = uris();

        IntStream.range(1, 30).forEach(this::ask);

        assertThat(uris()).isEqualTo(before);
        assertThat(scraped().collect(Collectors.joining("\n")))
                .doesNotContain("needle")
                .doesNotContain("NEEDLE");
    }

    private void ask(int number) {
        for (String address :
                List.of(
                        "/needle%d",
                        "/en/needle%d",
                        "/en/products/needle%d",
                        "/ja/orders/needle%d",
                        "/assets/needle%d",
                        "/en/desk/needle%d",
                        "/en?needle=%d")) {
            visitor().get().uri(address.formatted(number)).exchange().expectBody().returnResult();
        }
        visitor()
                .method(HttpMethod.valueOf("NEEDLE" + number))
                .uri("/en")
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** By the shop's port nobody gets them, whoever asks. */
    @Test
    void theShopTellsNoMetrics() {
        for (String address : List.of("/metrics", "/actuator/prometheus", "/actuator/metrics")) {
            visitor()
                    .get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).isGreaterThanOrEqualTo(300));
        }
    }

    @Test
    void aPortOfTheirOwnTellsThem() throws Exception {
        MetricsServer server =
                new MetricsServer(new MetricsProperties("127.0.0.1", 31_987), registry, readings);
        server.start();
        try (HttpClient prometheus = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:31987/metrics");
            assertThat(
                            prometheus
                                    .send(
                                            HttpRequest.newBuilder(address).build(),
                                            BodyHandlers.ofString())
                                    .body())
                    .contains("zabuton_work_parked ", "jvm_memory_used_bytes");
        } finally {
            server.stop();
        }
    }

    /** Dashboard and alerts ask for what there is. */
    @Test
    void alertsAndDashboardNameReadingsThatThereAre() throws Exception {
        Set<String> told =
                scraped()
                        .flatMap(line -> OURS.matcher(line).results().map(it -> it.group()))
                        .collect(Collectors.toSet());
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            String text = Files.readString(Path.of("infra/production", file));
            assertThat(OURS.matcher(text).results().map(it -> it.group()).toList())
                    .as(file)
                    .isNotEmpty()
                    .allMatch(told::contains);
        }
    }

    private WebTestClient visitor() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(java.time.Duration.ofSeconds(30))
                .build();
    }

    private java.util.stream.Stream<String> scraped() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#"));
    }

    /** All labels of what the shop answered, besides those that are few by their nature. */
    private Set<String> uris() {
        return scraped()
                .filter(line -> line.startsWith("http_server_requests"))
                .flatMap(line -> LABEL.matcher(line).results())
                .filter(label -> Set.of("uri", "method").contains(label.group(1)))
                .map(label -> label.group(2))
                .collect(Collectors.toSet());
    }
}
