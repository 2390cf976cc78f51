package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.outbox.Notifications;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Whoever asks for kept pages and doesn't take them holds nothing of ours for long. */
@PageCacheTest
class SlowReadersPageTests {

    private static final String PAGE = "/en/faq";
    private static final String REQUEST = "GET " + PAGE + " HTTP/1.1\r\nHost: shop\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired PageKeys keys;
    @Autowired KeptPages pages;
    @Autowired PageMeters meters;
    @Autowired BusyPage busy;
    @Autowired Notifications notifications;
    @LocalServerPort int port;

    private int length;

    @BeforeEach
    void kept() throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(notifications::isHeard);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest page =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + PAGE)).build();
            length = browser.send(page, BodyHandlers.ofByteArray()).body().length;
        }
    }

    /** A thousand requests are 40 kB, and their answers many MB. */
    @Test
    void whoAsksForMuchAtOnceHasNoMoreOfItInMemoryThanOneReads() {
        EmbeddedChannel channel = new EmbeddedChannel(new PageServer(keys, pages, meters, busy));

        channel.writeInbound(IntStream.range(0, 1_000).mapToObj(i -> request()).toArray());

        assertThat(channel.outboundMessages())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(1 + 64 * 1024 / length);
        assertThat(channel.inboundMessages())
                .hasSize(1_000 - channel.outboundMessages().size())
                .noneMatch(ByteBuf.class::isInstance);
        FullHttpResponse first = channel.readOutbound();
        assertThat(first.content().readableBytes()).isEqualTo(length);
        channel.finishAndReleaseAll();
    }

    private static DefaultFullHttpRequest request() {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, PAGE);
        request.headers().set("Host", "shop");
        return request;
    }

    @Test
    @Timeout(60)
    void whoNeverReadsIsLeft() throws IOException {
        try (Socket socket = connect((REQUEST + "\r\n").repeat(400))) {
            await().atMost(PATIENCE).until(() -> isClosed(socket));
        }
    }

    /** Each byte is one more of a request that never ends. */
    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Over a bad line all of it takes longer than one may read nothing. */
    @Test
    @Timeout(60)
    void whoReadsSlowlyGetsAll() throws IOException {
        int pages = 40;
        String last = REQUEST + "Connection: close\r\n\r\n";
        try (Socket socket = connect((REQUEST + "\r\n").repeat(pages - 1) + last)) {
            InputStream in = socket.getInputStream();
            long read = 0;
            for (int i = 0; i < 20; i++) {
                read += in.readNBytes(16 * 1024).length;
                LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
            }
            assertThat(read + in.readAllBytes().length).isGreaterThan((long) pages * length);
        }
    }

    @Test
    @Timeout(60)
    void whoSendsHalfARequestAfterAnAnswerIsLeft() throws IOException {
        try (Socket socket = connect(REQUEST + "\r\n" + REQUEST)) {
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 200").containsOnlyOnce("HTTP/1.1 ");
        }
    }

    private Socket connect(String requests) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
