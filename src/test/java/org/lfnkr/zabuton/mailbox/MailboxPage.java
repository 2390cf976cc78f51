package org.lfnkr.zabuton.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page on which a developer reads the mails: {@code /}, {@code /3}, {@code /3/html}. */
final class MailboxPage {

    private static final String STYLE =
            """
            <style>body{font:16px/1.6 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;
            color-scheme:light dark}iframe{width:100%;height:44rem;border:1px solid gray;
            background:white}pre{white-space:pre-wrap;border:1px solid gray;padding:1rem}
            table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:.4rem;
            border-bottom:1px solid gray}</style>""";

    private final DevMailbox mailbox;
    private final HttpServer server;

    MailboxPage(DevMailbox mailbox, int port) {
        this.mailbox = mailbox;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("The mailbox page can't use port " + port, e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        List<ReceivedMail> mails = mailbox.messages();
        try {
            answer(exchange, path, mails);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            send(
                    exchange,
                    404,
                    "text/html",
                    page("No such mail", "<p><a href=\"/\">All mails</a>"));
        }
    }

    private static void answer(HttpExchange exchange, String[] path, List<ReceivedMail> mails)
            throws IOException {
        if (path[0].isEmpty()) {
            send(exchange, 200, "text/html", list(mails));
            return;
        }
        int number = Integer.parseInt(path[0]);
        ReceivedMail mail = mails.get(number - 1);
        if (path.length == 1) {
            send(exchange, 200, "text/html", show(mail, number));
        } else if (path[1].equals("html")) {
            send(exchange, 200, "text/html", opensLinksOutside(mail.html()));
        } else {
            ReceivedMail.Attachment file = mail.attachments().get(Integer.parseInt(path[1]));
            send(exchange, 200, file.mediaType(), file.bytes());
        }
    }

    private static byte[] list(List<ReceivedMail> mails) {
        String rows =
                IntStream.iterate(mails.size(), number -> number > 0, number -> number - 1)
                        .mapToObj(number -> row(mails.get(number - 1), number))
                        .collect(Collectors.joining());
        return page(
                "Mailbox",
                mails.isEmpty()
                        ? "<p>No mail yet. Reload after ordering something."
                        : "<table><tr><th>To<th>Subject<th>Files" + rows + "</table>");
    }

    private static String row(ReceivedMail mail, int number) {
        return "<tr><td>%s<td><a href=\"/%d\">%s</a><td>%d"
                .formatted(
                        text(String.join(", ", mail.to())),
                        number,
                        text(mail.subject()),
                        mail.attachments().size());
    }

    private static byte[] show(ReceivedMail mail, int number) {
        String files =
                IntStream.range(0, mail.attachments().size())
                        .mapToObj(
                                i ->
                                        "<li><a href=\"/%d/%d\">%s</a>"
                                                .formatted(
                                                        number,
                                                        i,
                                                        text(mail.attachments().get(i).name())))
                        .collect(Collectors.joining());
        return page(
                mail.subject(),
                """
                <p><a href="/">All mails</a><p>From %s to %s<ul>%s</ul><h2>HTML</h2>
                <iframe title="HTML" src="/%d/html"
                sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                <h2>Text</h2><pre>%s</pre>"""
                        .formatted(
                                text(mail.from()),
                                text(String.join(", ", mail.to())),
                                files,
                                number,
                                text(mail.text())));
    }

    private static byte[] opensLinksOutside(String html) {
        return html.replaceFirst("<head>", "<head><base target=\"_blank\">").getBytes(UTF_8);
    }

    private static byte[] page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>%s</title>%s<h1>%s</h1>%s"
                .formatted(text(title), STYLE, text(title), body)
                .getBytes(UTF_8);
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", type.startsWith("text/") ? type + ";charset=utf-8" : type);
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
