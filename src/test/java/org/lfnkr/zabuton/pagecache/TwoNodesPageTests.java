package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.outbox.Notifications;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two nodes on one database: what one of them shows the other shows too, and neither goes back. */
@PageCacheTest
class TwoNodesPageTests {

    private static final Logger log = LoggerFactory.getLogger(TwoNodesPageTests.class);

    private static final String CROSS = "/en/products/standing-cross";
    private static final int READERS = 3;
    private static final int CHANGES = 4;

    /** A second is what it may take, and this on a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @Autowired Notifications notifications;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> steps = new ConcurrentLinkedQueue<>();

    /** One start for all that two nodes have to show. */
    @Test
    @Timeout(240)
    void aChangeIsSeenOnBothWithinASecondAndNothingOlderAfterIt() throws Exception {
        try (ConfigurableApplicationContext other = start()) {
            Node first = new Node(port);
            Node second = new Node(port(other));
            rendersEachPageOnce(other, second);
            changes(
                    List.of(first, second),
                    "Cross of change (\\d)",
                    i ->
                            "update catalog.product set name_en = 'Cross of change %d'".formatted(i)
                                    + " where slug = 'standing-cross'");
            changes(
                    List.of(first, second),
                    "7,77(\\d)",
                    i ->
                            """
                            insert into catalog.price (variant_id, valid_from, yen, why, set_by, set_at)
                            select v.id, (now() at time zone 'Asia/Tokyo')::date, 777%d, ('a', 'b'), 'it', clock_timestamp()
                            from catalog.variant v join catalog.product p on p.id = v.product_id
                            where p.slug = 'standing-cross'
                            on conflict (variant_id, valid_from) do update set yen = excluded.yen
                            """
                                    .formatted(i));
        }
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext other = TestEnvironment.start(database, "journey=true");
        Notifications hears = other.getBean(Notifications.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> hears.isHeard() && notifications.isHeard());
        return other;
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** As after a start, before anybody has seen anything, with all of them at the door. */
    private void rendersEachPageOnce(ConfigurableApplicationContext other, Node node) {
        PageMaker maker = other.getBean(PageMaker.class);
        List<String> cold = List.of("/en/faq", "/ja/faq", "/en/about", "/ja/about", "/ja/give");
        long before = maker.made();

        List<String> pages =
                IntStream.range(0, 60)
                        .parallel()
                        .mapToObj(i -> node.get(cold.get(i % cold.size())))
                        .toList();

        assertThat(pages).allMatch(page -> page.contains("</html>"));
        assertThat(maker.made() - before).isEqualTo(cold.size());
    }

    /**
     * Makes some changes one after the other while both nodes are read all the time.
     *
     * @param shown how a page says which of them it knows
     */
    private void changes(List<Node> nodes, String shown, IntFunction<String> change)
            throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Reader> readers =
                nodes.stream().map(node -> new Reader(node, Pattern.compile(shown))).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.forEach(
                    reader ->
                            Stream.generate(() -> (Runnable) () -> reader.readUntil(done))
                                    .limit(READERS)
                                    .forEach(threads::submit));
            try {
                for (int i = 1; i <= CHANGES; i++) {
                    int made = i;
                    execute(change.apply(i));
                    long at = System.nanoTime();
                    await().pollInterval(Duration.ofMillis(10))
                            .atMost(SOON)
                            .until(() -> readers.stream().allMatch(it -> it.latest() == made));
                    log.info("Seen on both after {} ms", (System.nanoTime() - at) / 1_000_000);
                }
            } finally {
                done.set(true);
            }
        }
        assertThat(steps).isEmpty();
    }

    /** Whoever asks after somebody has seen a change sees it too, or a later one. */
    private final class Reader {

        private final Node node;
        private final Pattern shown;
        private final AtomicInteger latest = new AtomicInteger();

        Reader(Node node, Pattern shown) {
            this.node = node;
            this.shown = shown;
        }

        int latest() {
            return latest.get();
        }

        void readUntil(AtomicBoolean done) {
            while (!done.get()) {
                int before = latest.get();
                Matcher found = shown.matcher(node.get(CROSS));
                int seen = found.find() ? Integer.parseInt(found.group(1)) : 0;
                if (seen < before) {
                    steps.add(node + " shows " + seen + " after " + before);
                }
                latest.accumulateAndGet(seen, Math::max);
            }
        }
    }

    private final class Node {

        private final int at;

        Node(int at) {
            this.at = at;
        }

        String get(String path) {
            try {
                URI address = URI.create("http://localhost:" + at + path);
                return browser.send(
                                HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .body();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return "The node at " + at;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
