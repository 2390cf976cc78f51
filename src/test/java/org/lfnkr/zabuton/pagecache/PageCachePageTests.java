package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Pages out of memory are those that the application would make, and nobody's. */
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(properties = {"journey=true", "zabuton.pages.memory=32MB"})
class PageCachePageTests {

    private static final String CROSS = "/en/products/standing-cross";

    /** As long as a change may take to be seen by everybody. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired SignInSamples samples;
    @Autowired KeptPages pages;
    @Autowired PageMaker maker;
    @Autowired Catalog catalog;
    @Autowired Stock stock;
    @LocalServerPort int port;

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpResponse<byte[]> get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .version(HttpClient.Version.HTTP_1_1)
                            .method(method, HttpRequest.BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void thePageIsSentCompressedAndNotAgainToWhoHasIt() {
        get("/en/about");
        HttpResponse<byte[]> plain = get("/en/about");
        HttpResponse<byte[]> zipped = get("/en/about", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> brotli = get("/en/about", "Accept-Encoding", "gzip, br;q=1.0");
        String tag = header(brotli, "ETag");

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(Coding.gunzip(zipped.body())).isEqualTo(plain.body());
        assertThat(brotli.body().length).isLessThan(zipped.body().length);
        assertThat(header(brotli, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(brotli, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(brotli, "Set-Cookie")).isEmpty();

        HttpResponse<byte[]> held = get("/en/about", "Accept-Encoding", "br", "If-None-Match", tag);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(held.body()).isEmpty();
        assertThat(get("/en/about", "If-None-Match", tag).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> head = ask("HEAD", "/en/about", "Accept-Encoding", "br");
        assertThat(header(head, "Content-Length")).isEqualTo("" + brotli.body().length);
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
        assertThat(maker.made() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void addressesThatSomebodyMakesUpTakeNoMemory() {
        get(CROSS);
        get(CROSS + "?colour=natural");
        long before = pages.bytes();
        IntStream.range(0, 5)
                .forEach(
                        i -> {
                            get(CROSS + "?colour=made-up-" + i);
                            get(CROSS + "?made=up" + i);
                            get("/en/products/made-up-" + i);
                            get(CROSS + "?utm_source=" + i);
                        });
        assertThat(pages.bytes()).isLessThan(before + 10_000);
    }

    @Test
    @Timeout(60)
    void aSoldPieceIsSeenWithinASecond() {
        UUID holder = UUID.randomUUID();
        Product cross = Await.value(catalog.product("standing-cross"));
        VariantId natural = cross.variants().getFirst().id();
        get(CROSS + "?colour=natural");
        int left = Await.value(stock.available(List.of(natural))).getOrDefault(natural, 0);
        Await.value(stock.reserve(holder, List.of(new StockLine(natural, left))));
        try {
            assertSoon(true);
        } finally {
            Await.done(stock.release(holder));
        }
        assertSoon(false);
    }

    private void assertSoon(boolean soldOut) {
        Instant until = Instant.now().plus(SECOND);
        boolean seen;
        do {
            String page = new Guest(port).get(CROSS + "?colour=natural").html();
            seen = page.contains("schema.org/OutOfStock") == soldOut;
        } while (!seen && Instant.now().isBefore(until));
        assertThat(seen).isTrue();
    }

    /** Each has another number in the cart, so that a page of somebody else's would show. */
    @Test
    @Timeout(120)
    void nobodySeesAnythingOfAnother() {
        List<Guest> guests =
                List.of(
                        samples.guest(),
                        samples.guest(),
                        samples.signedIn(SignInSamples.newAddress()),
                        samples.guest().atDesk());
        IntStream.range(1, guests.size())
                .forEach(
                        i ->
                                guests.get(i)
                                        .at(CROSS + "?colour=natural")
                                        .post("/en/cart/lines", "quantity", "" + i));
        List<String> paths = List.of("/en", "/en/products", CROSS, "/en/about", "/en/give");
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int who = random.nextInt(guests.size());
            Guest.Answer answer = guests.get(who).get(paths.get(random.nextInt(paths.size())));
            assertThat(answer.status()).isEqualTo(200);
            if (who == 0) {
                assertThat(answer.html()).doesNotContain("class=\"count\"");
            } else {
                assertThat(answer.html()).contains("class=\"count\"><span>" + who + "</span>");
            }
        }
        assertThat(new Guest(port).get("/en").header("Set-Cookie")).isEmpty();
        assertThat(new Guest(port).get("/en/give").html()).doesNotContain("_csrf");
    }

    @Test
    void anotherSiteFillsNoCart() {
        Product cross = Await.value(catalog.product("standing-cross"));
        String variant = cross.variants().getFirst().id().value().toString();
        Guest guest = samples.guest();
        assertThat(guest.forge("/en/cart/lines", "variant", variant, "quantity", "1").status())
                .isEqualTo(403);
        assertThat(guest.cookie("__Host-cart")).isEmpty();
        HttpResponse<byte[]> silent =
                ask("POST", "/en/cart/lines", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(header(silent, "Set-Cookie")).doesNotContain("__Host-cart");
        HttpResponse<byte[]> lying =
                ask("POST", "/en/cart/lines", "Origin", "https://evil.example");
        assertThat(lying.statusCode()).isEqualTo(403);
    }
}
