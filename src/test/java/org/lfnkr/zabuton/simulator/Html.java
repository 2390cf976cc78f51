package org.lfnkr.zabuton.simulator;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The frame of every page. There is no script and no inline style, and everything that was typed is
 * escaped.
 */
final class Html {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private Html() {}

    /** All texts as they shall stand in the page: {@link #text} is the caller's duty. */
    static String page(
            String language, String bodyClass, String title, String banner, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/simulator.css">
                </head>
                <body class="%s">
                <header class="banner">%s</header>
                <main>
                %s
                </main>
                </body>
                </html>
                """
                .formatted(language, title, bodyClass, banner, body);
    }

    static String text(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String yen(long amount) {
        return (amount < 0 ? "−" : "")
                + "¥"
                + NumberFormat.getIntegerInstance(Locale.ROOT).format(Math.abs(amount));
    }

    /** Time in Japan, to the second. */
    static String time(long epochSecond) {
        return TIME.format(Instant.ofEpochSecond(epochSecond));
    }

    static String link(String href, String label) {
        return "<a href=\"" + text(href) + "\">" + text(label) + "</a>";
    }

    /** A form that is one button. */
    static String button(String action, String label) {
        return "<form method=\"post\" action=\""
                + text(action)
                + "\"><button>"
                + text(label)
                + "</button></form>";
    }
}
