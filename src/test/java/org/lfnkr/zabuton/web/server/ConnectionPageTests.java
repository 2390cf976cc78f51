package org.lfnkr.zabuton.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Requests as no browser sends them, byte by byte. */
@ModuleTest
@CapturesOutput
@Isolated
@TestPropertySource(properties = {"zabuton.requests.head=2s", "zabuton.requests.body=2s"})
class ConnectionPageTests {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HIDDEN = "GET /robots.txt HTTP/1.1\r\nHost: shop\r\n\r\n";

    private static final String FORM =
            "POST /en/sign-in HTTP/1.1\r\nHost: shop\r\nCookie: __Host-form=any\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n";

    @LocalServerPort int port;
    @Autowired SecurityHeaders headers;

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(post("Transfer-Encoding: chunked, xchunked"), 400),
                Arguments.of(post("Transfer-Encoding: xchunked, chunked, chunked"), 400),
                Arguments.of(post("Transfer-Encoding: xchunked"), 400),
                Arguments.of(post("Transfer-Encoding: chunked", "Transfer-Encoding: x"), 400),
                Arguments.of(post("Transfer-Encoding: chunked", "Content-Length: 4"), 400),
                Arguments.of(post("Content-Length: 4", "Transfer-Encoding: chunked"), 400),
                Arguments.of(post("Transfer-Encoding : chunked"), 400),
                Arguments.of(post("Transfer-Encoding: \u000bchunked"), 400),
                Arguments.of(post("Transfer-Encoding:\r\n chunked"), 400),
                Arguments.of(post("Content-Length: 1", " 0"), 400),
                Arguments.of(post("Content-Length: 5", "Content-Length: 6"), 400),
                Arguments.of(post("Content-Length: 5, 6"), 400),
                Arguments.of(post("Content-Length: +5"), 400),
                Arguments.of(post("Content-Length: -1"), 400),
                Arguments.of(post("Content-Length: 5x"), 400),
                Arguments.of(post("Content-Length: 99999999999999999999"), 400),
                Arguments.of(chunked("-1\r\n"), 400),
                Arguments.of(chunked("0x5\r\nabcde\r\n"), 400),
                Arguments.of(chunked("fffffffff\r\n"), 400),
                Arguments.of(chunked("zz\r\n"), 400),
                Arguments.of(form("4\r\na=bc\r\nzz\r\n"), 400),
                Arguments.of(chunked("\r\n"), 400),
                Arguments.of(get("X: a\u0000b"), 400),
                Arguments.of(get("X\u0000: a"), 400),
                Arguments.of(get("X: a\rb"), 400),
                Arguments.of(get("no colon"), 400),
                Arguments.of(get(": no name"), 400),
                Arguments.of(get("X: " + "a".repeat(9_000)), 431),
                Arguments.of("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\n\r\n", 414),
                Arguments.of("GET / HTTP/9.x\r\n\r\n", 400),
                Arguments.of("GET / \u0000 HTTP/1.1\r\n\r\n", 400),
                Arguments.of("\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400));
    }

    private static String get(String header) {
        return "GET /robots.txt HTTP/1.1\r\nHost: shop\r\n" + header + "\r\n\r\n";
    }

    private static String post(String... headers) {
        return "POST /en/sign-in HTTP/1.1\r\nHost: shop\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n0\r\n\r\n";
    }

    private static String form(String chunk) {
        return FORM + "Transfer-Encoding: chunked\r\n\r\n" + chunk;
    }

    private static String chunked(String chunk) {
        return "POST /webhooks/stripe HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk;
    }

    /** What comes behind a request that two servers may read differently is never a request. */
    @ParameterizedTest
    @MethodSource("shapes")
    void refusesWhatCanBeReadInTwoWays(String request, int status) throws IOException {
        String answer = send(request + HIDDEN);

        assertThat(statuses(answer)).as(answer).containsExactly(status);
        headers.all().forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
        assertThat(answer).doesNotContain("User-agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%=a", "a=%uD800"})
    void saysOfWhatIsNoFormThatItIsNone(String body) throws IOException {
        String form = FORM + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n";

        assertThat(statuses(send(form + body))).containsExactly(400);
    }

    /** As the standard allows, a line that goes on the one before is a part of it. */
    @Test
    void takesAFoldedLineForNoHeaderOfItsOwn() throws IOException {
        assertThat(statuses(send(get("X: a\r\n Content-Length: 5") + HIDDEN)))
                .containsExactly(200, 200);
    }

    @Test
    void answersTwoHonestRequestsOnOneConnection() throws IOException {
        assertThat(statuses(send(HIDDEN + HIDDEN))).containsExactly(200, 200);
    }

    @Test
    void closesAConnectionThatSaysNothing() throws IOException {
        assertThat(send("")).isEmpty();
    }

    @Test
    void closesAConnectionWhoseHeadersNeverEnd() throws IOException {
        assertThat(drip("GET /robots.txt HTTP/1.1\r\nHost: shop\r\n", "X: a\r\n")).isEmpty();
    }

    @Test
    void closesAConnectionWhoseBodyNeverEnds() throws IOException {
        String head =
                "POST /webhooks/stripe HTTP/1.1\r\nHost: shop\r\nContent-Length: 9999\r\n\r\n";

        assertThat(drip(head, "x")).isEmpty();
    }

    @Test
    void closesAConnectionWhoseFormNeverEnds() throws IOException {
        assertThat(drip(FORM + "Content-Length: 9999\r\n\r\n", "x")).isEmpty();
    }

    @AfterEach
    void logsNoStackTraceAndNobodysAddress(CapturedOutput log) {
        assertThat(log).doesNotContain("\tat ").doesNotContain("R:/127.0.0.1");
    }

    private static List<Integer> statuses(String answer) {
        return STATUS.matcher(answer)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** What the server says until it closes the connection. */
    private String send(String request) throws IOException {
        try (Socket socket = connect(request)) {
            return read(socket);
        }
    }

    /** Goes on sending a little, again and again, and never ends. */
    private String drip(String head, String drop) throws IOException {
        try (Socket socket = connect(head);
                ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor()) {
            drops.scheduleAtFixedRate(() -> write(socket, drop), 0, 100, TimeUnit.MILLISECONDS);
            String answer = read(socket);
            drops.shutdownNow();
            return answer;
        }
    }

    private Socket connect(String request) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[8192];
        try {
            for (int size = socket.getInputStream().read(part);
                    size >= 0;
                    size = socket.getInputStream().read(part)) {
                answer.append(new String(part, 0, size, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException closedWhileWeSent) {
            // Says the same as the end.
        }
        return answer.toString();
    }

    private static void write(Socket socket, String drop) {
        try {
            socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
