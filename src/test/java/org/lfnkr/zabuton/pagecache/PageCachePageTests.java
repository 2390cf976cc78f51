package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.Notifications;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.PausingProxy;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Pages out of memory are those that the application would make now. */
@PageCacheTest
class PageCachePageTests {

    private static final String CROSS = "/en/products/standing-cross";
    private static final String NATURAL = CROSS + "?colour=natural";

    /**
     * As long as a change may take to be seen by everybody is a second, and this what it takes on a
     * machine that has much else to do. Without being told nothing is seen for a minute.
     */
    private static final Duration SOON = Duration.ofSeconds(4);

    @Autowired SignInSamples samples;
    @Autowired KeptPages pages;
    @Autowired PageMaker maker;
    @Autowired Catalog catalog;
    @Autowired Stock stock;
    @Autowired Notifications notifications;
    @Autowired TestDatabase database;
    @Autowired PausingProxy line;
    @Autowired MeterRegistry registry;
    @LocalServerPort int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void hearing() {
        await(Duration.ofSeconds(30), notifications::isHeard);
    }

    @AfterEach
    void resume() {
        line.resume();
    }

    private static void await(Duration longest, BooleanSupplier truth) {
        Instant until = Instant.now().plus(longest);
        while (!truth.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return ask(HttpRequest.Builder::GET, path, headers);
    }

    /** As browsers do, without the body of no bytes and the wish for HTTP/2 that Java would add. */
    private HttpResponse<byte[]> ask(
            UnaryOperator<HttpRequest.Builder> method, String path, String... headers) {
        try {
            HttpRequest.Builder request =
                    method.apply(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .version(HttpClient.Version.HTTP_1_1));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void thePageIsSentCompressedAndNotAgainToWhoHasIt() {
        HttpResponse<byte[]> plain = get("/en/about");
        HttpResponse<byte[]> zipped = get("/en/about", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> brotli = get("/en/about", "Accept-Encoding", "gzip, br;q=1.0");
        String tag = header(brotli, "ETag");

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(Coding.gunzip(zipped.body())).isEqualTo(plain.body());
        assertThat(brotli.body().length).isLessThan(zipped.body().length);

        HttpResponse<byte[]> held = get("/en/about", "Accept-Encoding", "br", "If-None-Match", tag);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(held.body()).isEmpty();
        assertThat(header(held, "Vary")).isEqualTo("Accept-Encoding, Cookie");
        assertThat(get("/en/about", "If-None-Match", tag).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> head =
                ask(HttpRequest.Builder::HEAD, "/en/about", "Accept-Encoding", "br");
        assertThat(header(head, "Content-Length")).isEqualTo("" + brotli.body().length);
        assertThat(head.body()).isEmpty();
    }

    /** What leaves next to the bytes is seen by no meter of the framework's. */
    @Test
    void howPagesWereAnsweredIsCounted() {
        HttpResponse<byte[]> kept = get("/en/about");
        double memory = answers("memory");
        double held = answers("not-modified");
        double sent = registry.get("zabuton.pages.sent").counter().count();

        int bytes = get("/en/about").body().length;
        get("/en/about", "If-None-Match", header(kept, "ETag"));

        assertThat(answers("memory") - memory).isEqualTo(1);
        assertThat(answers("not-modified") - held).isEqualTo(1);
        assertThat(registry.get("zabuton.pages.sent").counter().count() - sent).isEqualTo(bytes);
        double made = answers("made");
        long making = registry.get("zabuton.pages.making").timer().count();
        // Nobody has asked for this one yet.
        get("/ja/disclosure");
        assertThat(answers("made") - made).isEqualTo(1);
        assertThat(registry.get("zabuton.pages.making").timer().count() - making).isEqualTo(1);
        assertThat(registry.get("zabuton.pages.kept").gauge().value()).isEqualTo(pages.bytes());
    }

    private double answers(String how) {
        return registry.get("zabuton.pages.answers").tag("how", how).counter().count();
    }

    @Test
    void keptPagesCarryTheHeadersOfAllOthers() {
        get(CROSS);
        HttpResponse<byte[]> kept = get(CROSS);
        HttpResponse<byte[]> dynamic = get(CROSS + "?unknown=1");

        for (String name :
                List.of(
                        "Content-Security-Policy",
                        "Strict-Transport-Security",
                        "X-Content-Type-Options",
                        "Referrer-Policy",
                        "Permissions-Policy",
                        "Content-Type",
                        "Content-Language")) {
            assertThat(header(kept, name)).isNotEmpty().isEqualTo(header(dynamic, name));
        }
        assertThat(header(kept, "Set-Cookie")).isEmpty();
        assertThat(header(kept, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(dynamic, "Set-Cookie")).contains("__Host-form");
        assertThat(new String(kept.body(), StandardCharsets.UTF_8)).doesNotContain("_csrf");
        HttpResponse<byte[]> root = get("/", "Accept-Language", "ja");
        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(header(root, "Location")).isEqualTo("/ja");
    }

    /** One after the other, and some sent before the one before was answered. */
    @Test
    @Timeout(60)
    void aConnectionTakesAnyNumberOfRequestsInTheirOrder() throws IOException {
        get("/en/about");
        get("/ja/about");
        try (Socket connection = new Socket("localhost", port)) {
            connection.setSoTimeout(10_000);
            InputStream in = connection.getInputStream();
            for (int i = 0; i < 20; i++) {
                send(connection, "/en/about");
                assertThat(answer(in)).contains("<html lang=\"en\">");
            }
            send(connection, "/ja/give?made=up", "/en/about", "/ja/about");
            assertThat(answer(in)).contains("<html lang=\"ja\">", "_csrf");
            assertThat(answer(in)).contains("<html lang=\"en\">");
            assertThat(answer(in)).contains("<html lang=\"ja\">");
            send(connection, "/en/about", "/ja/sign-in", "/en/about");
            assertThat(answer(in)).contains("<html lang=\"en\">");
            assertThat(answer(in)).contains("<html lang=\"ja\">");
            assertThat(answer(in)).contains("<html lang=\"en\">");
        }
    }

    private void send(Socket connection, String... paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost:");
            requests.append(port).append("\r\n\r\n");
        }
        connection.getOutputStream().write(requests.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length: ") + "content-length: ".length();
        String number = lower.substring(length, lower.indexOf('\r', length));
        return new String(in.readNBytes(Integer.parseInt(number)), StandardCharsets.UTF_8);
    }

    @Test
    void eachOfThePagesIsKeptInBothLanguages() {
        List<String> paths =
                List.of("", "/products", "/products/standing-cross", "/give", "/faq", "/about");
        await(
                Duration.ofSeconds(10),
                () -> {
                    long before = maker.made();
                    for (String path : paths) {
                        assertThat(text("/en" + path)).contains("<html lang=\"en\">");
                        assertThat(text("/ja" + path)).contains("<html lang=\"ja\">");
                    }
                    return maker.made() == before;
                });
    }

    @Test
    void whoeverComesTogetherWaitsForOnePage() {
        get("/ja/faq?utm_source=paper");
        long before = maker.made();
        // Nobody has asked for this one yet.
        List<Integer> answers =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> get("/ja/gift-terms?utm_id=" + i).statusCode())
                        .toList();
        assertThat(answers).containsOnly(200);
        assertThat(maker.made() - before).isEqualTo(1);
    }

    @Test
    void addressesThatSomebodyMakesUpTakeNoMemory() {
        get(CROSS);
        get(NATURAL);
        long before = pages.bytes();
        IntStream.range(0, 5)
                .forEach(
                        i -> {
                            get(CROSS + "?colour=made-up-" + i);
                            get(CROSS + "?made=up" + i);
                            assertThat(get("/en/products/made-up-" + i).statusCode())
                                    .isEqualTo(404);
                            get(CROSS + "?utm_source=" + i);
                        });
        assertThat(pages.bytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void aSoldPieceIsSeenWithinASecond() {
        UUID holder = UUID.randomUUID();
        VariantId natural = natural();
        get(NATURAL);
        int left = Await.value(stock.available(List.of(natural))).getOrDefault(natural, 0);
        Await.value(stock.reserve(holder, List.of(new StockLine(natural, left))));
        try {
            await(SOON, () -> text(NATURAL).contains("schema.org/OutOfStock"));
        } finally {
            Await.done(stock.release(holder));
        }
        await(SOON, () -> !text(NATURAL).contains("schema.org/OutOfStock"));
    }

    /** However much there is, a page shows as much as somebody looks at. */
    @Test
    void theShelfGoesOnOnAnotherPage() throws IOException, SQLException {
        String shelf = "/en/products";
        try {
            stock(60);
            await(SOON, () -> text(shelf).contains("More products"));
            List<String> first = slugs(text(shelf));
            String next = found("href=\"([^\"]*after=[^\"]*)\"", text(shelf)).getFirst();
            List<String> second = slugs(text(next));

            assertThat(first).hasSize(Slice.SIZE);
            assertThat(next).isEqualTo(shelf + "?after=" + first.getLast());
            assertThat(second).hasSize(Slice.SIZE).doesNotContainAnyElementsOf(first);
            assertThat(text(next)).contains("Back to the first products", "More products");
            long made = maker.made();
            text(next);
            assertThat(maker.made()).as("kept").isEqualTo(made);
            String nothing = shelf + "?after=nothing-such";
            assertThat(slugs(text(nothing))).isEqualTo(first);
            assertThat(text(nothing)).doesNotContain("Back to the first products");
            // Who comes while it is being made for somebody else gets the same.
            await(
                    SOON,
                    () -> {
                        text(nothing);
                        return maker.made() > made + 2;
                    });
        } finally {
            execute(
                    "update catalog.variant set on_sale = false where product_id in"
                            + " (select id from catalog.product where slug ~ '-[0-9]+$')");
        }
        await(SOON, () -> !text(shelf).contains("More products"));
    }

    private void stock(int products) throws IOException, SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local zabuton.products = '" + products + "'");
            statement.execute(
                    new ClassPathResource("db/wares.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            owner.commit();
        }
    }

    private static List<String> slugs(String page) {
        return found("/products/([a-z0-9-]+)\\?colour=", page).stream().distinct().toList();
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).toList();
    }

    private VariantId natural() {
        Product cross = Await.value(catalog.product("standing-cross"));
        return cross.variants().getFirst().id();
    }

    @Test
    void aChangeOfPriceWordsImpactOrPolicyIsSeenWithinASecond() {
        assertSeen(
                NATURAL,
                "6,543",
                "insert into catalog.price (variant_id, valid_from, yen, why, set_by, set_at)"
                        + " values ('%s', (now() at time zone 'Asia/Tokyo')::date, 6543, ('a','b'), 'it', now())"
                                .concat(
                                        " on conflict (variant_id, valid_from) do update set yen = excluded.yen")
                                .formatted(natural().value()));
        assertSeen(
                "/en/products",
                "Crossed standing",
                "update catalog.product set name_en = 'Crossed standing' where slug = 'standing-cross'");
        assertSeen(
                NATURAL,
                "bowl of testing",
                "update impact.outcome set name_en = 'bowl of testing' where code = 'rice'");
        assertVersioned("/en/give", "update impact.fund_target set fund = fund where false");
        assertVersioned(
                NATURAL, "update impact.allocation_policy set version = version where false");
        assertVersioned("/en/give", "update impact.price set yen = yen where false");
    }

    private void assertSeen(String path, String words, String change) {
        assertThat(text(path)).doesNotContain(words);
        execute(change);
        await(SOON, () -> text(path).contains(words));
    }

    /** A statement that touches the table is told of, whatever it changes. */
    private void assertVersioned(String path, String change) {
        get(path);
        long before = maker.made();
        execute(change);
        await(
                SOON,
                () -> {
                    get(path);
                    return maker.made() > before;
                });
    }

    private void execute(String sql) {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The line over which changes are told may break: what was said meanwhile is not missed. */
    @Test
    @Timeout(60)
    void nothingOlderIsShownWhileTheNodeHearsNothing() {
        get("/ja/products");
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and query in ('listen zabuton', 'select 1')");
        execute("update catalog.product set name_ja = '変えた名' where slug = 'standing-cross'");
        await(Duration.ofSeconds(8), () -> text("/ja/products").contains("変えた名"));
    }

    @Test
    @Timeout(60)
    void theShelfGoesOnWhileTheDatabaseHangs() {
        Guest guest = samples.guest().at(NATURAL);
        Guest other = samples.guest().at("/en/about");
        text("/ja/products");
        assertThat(guest.get(NATURAL).page()).doesNotContain("page is as it was at");

        line.pause();

        await(Duration.ofSeconds(12), () -> text(NATURAL).contains("page is as it was at"));
        assertThat(text("/ja/products")).contains("時点の内容です");
        assertThat(other.get("/en/about").page())
                .contains("<main")
                .doesNotContain("page is as it was at");
        guest.at(NATURAL);
        Guest.Answer added = guest.post("/en/cart/lines", "quantity", "2");
        assertThat(added.status()).isEqualTo(303);
        assertThat(guest.cookie("__Host-cart")).isNotEmpty();
        // With two in the cart nobody has seen it yet.
        guest.forget("__Host-told");
        assertThat(guest.get(NATURAL).page()).contains("page is as it was at");

        line.resume();

        await(Duration.ofSeconds(15), () -> !text(NATURAL).contains("page is as it was at"));
        await(Duration.ofSeconds(10), () -> guest.get(NATURAL).html().contains("<span>2</span>"));
    }
}
