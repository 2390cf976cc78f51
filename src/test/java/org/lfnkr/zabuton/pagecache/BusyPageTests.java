package org.lfnkr.zabuton.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.ReactorResourceFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A crowd that waited for too long is told to come back, and whoever is no crowd never. */
@PageCacheTest
class BusyPageTests {

    /** Several times as many as a thread of the server may read without looking up. */
    private static final int CROWD = 160;

    private static final Pattern LENGTH =
            Pattern.compile("content-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

    @Autowired ReactorResourceFactory server;
    @Autowired BusyPage busy;
    @Autowired PageMaker maker;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private final List<Socket> sockets = new ArrayList<>();

    /** What each gets for its request that lies unread while all threads are busy elsewhere. */
    private List<String> answers(int visitors, String request) throws IOException {
        Await.done(busy.make(maker));
        for (int i = 0; i < visitors; i++) {
            sockets.add(new Socket("localhost", port));
        }
        for (Socket socket : sockets) {
            send(socket, "GET /en/busy");
        }
        for (Socket socket : sockets) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
        server.getLoopResources()
                .onServer(true)
                .forEach(
                        thread ->
                                thread.execute(
                                        () ->
                                                LockSupport.parkNanos(
                                                        Duration.ofMillis(1_300).toNanos())));
        for (Socket socket : sockets) {
            send(socket, request);
        }
        List<String> answers = new ArrayList<>();
        for (Socket socket : sockets) {
            answers.add(answer(socket));
            socket.close();
        }
        sockets.clear();
        return answers;
    }

    private static void send(Socket socket, String request) throws IOException {
        String[] parts = request.split("\\|", 2);
        String body = parts.length > 1 ? parts[1] : "";
        String form =
                body.isEmpty()
                        ? ""
                        : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length()
                                + "\r\nSec-Fetch-Site: same-origin\r\n";
        socket.getOutputStream()
                .write(
                        (parts[0] + " HTTP/1.1\r\nHost: localhost\r\n" + form + "\r\n" + body)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Its head and body; empty where the connection was closed. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private String again(Language language) {
        return messages.text("web.error.crowded.again", language);
    }

    private String title(Language language) {
        return messages.text("web.error.crowded.title", language);
    }

    @Test
    @Timeout(60)
    void aCrowdThatLayUnreadIsToldToComeBackInItsLanguage() throws IOException {
        List<String> answers = answers(CROWD, "GET /ja/me?from=here");

        List<String> turnedAway =
                answers.stream().filter(it -> it.startsWith("HTTP/1.1 503")).toList();
        assertThat(turnedAway)
                .isNotEmpty()
                .hasSizeLessThan(CROWD)
                .allSatisfy(
                        it ->
                                assertThat(it)
                                        .contains(title(Language.JA), "<html lang=\"ja\"")
                                        .doesNotContain("class=\"reference\"")
                                        .doesNotContain(again(Language.JA))
                                        .containsIgnoringCase("retry-after: 5\r\n")
                                        .containsIgnoringCase("cache-control: no-store\r\n")
                                        .containsIgnoringCase("content-security-policy: "));
        assertThat(answers).filteredOn(it -> !turnedAway.contains(it)).isNotEmpty();
        assertThat(answers(1, "GET /ja/me").getFirst()).doesNotStartWith("HTTP/1.1 503");
    }

    @Test
    @Timeout(60)
    void whoeverSentAFormGetsItBack() throws IOException {
        assertThat(answers(CROWD, "POST /en/sign-in|email=some%40example.org"))
                .anySatisfy(
                        it ->
                                assertThat(it)
                                        .startsWith("HTTP/1.1 503")
                                        .contains(
                                                title(Language.EN),
                                                again(Language.EN),
                                                "action=\"/en/sign-in\"",
                                                "value=\"some@example.org\""));
    }
}
