package org.lfnkr.zabuton.drills;

import org.lfnkr.zabuton.support.Guest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests as whoever looks for a hole sends them: right in most parts, so that they come far, and
 * wrong in one or two. Text is ISO 8859-1, so that each character is a byte.
 */
final class HostileRequests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");
    private static final Pattern FIELD = Pattern.compile("name=[\"']([A-Za-z_]+)[\"']");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** As they stand in a query or a form: encoded, or not even that. */
    private static final List<String> VALUES =
            List.of(
                    "%",
                    "%zz",
                    "%1",
                    "%00",
                    "%ff%fe",
                    "%ed%a0%80",
                    "%f0%9f%98",
                    "%c0%80",
                    "%uD800",
                    "%0d%0aX%3A+1",
                    "%e2%80%aex",
                    "",
                    "+",
                    "-1",
                    "99999999999999999999",
                    "1e400",
                    "%EF%BC%91",
                    "%24%7BT(java.lang.Runtime)%7D",
                    "'%3B--",
                    "%3Cscript%3E",
                    "a".repeat(3_000),
                    "\u00ff\u00fe",
                    "\u0080",
                    "a=b=c",
                    "JP",
                    "yes",
                    "01234567-89ab-cdef-0123-456789abcdef");

    private static final List<String> PARTS =
            List.of(
                    "%00",
                    "%ff",
                    "%ed%a0%80",
                    "%25",
                    "%",
                    "%zz",
                    "..",
                    "%2e%2e",
                    "%2f",
                    "a;b=c",
                    ";",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "x".repeat(900),
                    "%f0%9f%98%80",
                    "2026",
                    "GIVE",
                    "01234567-89ab-cdef-0123-456789abcdef");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: ;;;",
                    "Accept: text/html;q=zz",
                    "Accept: application/json",
                    "Accept: */*;charset=nope",
                    "Accept: text/event-stream",
                    "Accept-Language: \u00ff\u00fe",
                    "Accept-Language: " + "a,".repeat(900),
                    "Accept-Language: en;q=9999",
                    "Accept-Encoding: \u0080",
                    "Accept-Charset: nope",
                    "Range: bytes=9-1",
                    "Range: bytes=" + "0-1,".repeat(900),
                    "If-None-Match: \u00ff",
                    "If-Modified-Since: never",
                    "If-Modified-Since: Thu, 01 Jan 999999999 00:00:00 GMT",
                    "Origin: null",
                    "Origin: ://%",
                    "Referer: %%%",
                    "User-Agent: \u00ff\u0080\u202e".replace('\u202e', '\u00ae'),
                    "User-Agent: " + "x".repeat(3_000),
                    "Authorization: Basic %%%",
                    "Authorization: Basic " + "/".repeat(99),
                    "Authorization: Bearer",
                    "X-Forwarded-For: %, ,",
                    "X-Forwarded-Host: a b",
                    "X-Forwarded-Proto: %",
                    "Forwarded: for=\"",
                    "X-HTTP-Method-Override: BREW",
                    "Content-Encoding: gzip",
                    "Upgrade: websocket",
                    "Last-Event-ID: %00",
                    "Access-Control-Request-Method: \u00ff",
                    "Stripe-Signature: t=\u00ff,v1=%",
                    "Sec-Fetch-Site: cross-site",
                    "Traceparent: %");

    private static final List<String> TYPES =
            List.of(
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded;charset=nope",
                    "application/x-www-form-urlencoded;charset=UTF-16",
                    "application/x-www-form-urlencoded;charset=",
                    "application/x-www-form-urlencoded;",
                    "application/x-www-form-urlencoded, text/plain",
                    "multipart/form-data",
                    "multipart/form-data;boundary=",
                    "multipart/form-data;boundary=B",
                    "multipart/form-data;boundary=" + "B".repeat(300),
                    "multipart/mixed;boundary=B",
                    "application/json",
                    "text/plain;charset=\u00ff",
                    "text",
                    "/",
                    ";;;",
                    "*/*",
                    "");

    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "get");

    private final int port;
    private final String token;
    private final Map<String, String> cookies;
    private final List<String> fields;

    private HostileRequests(
            int port, String token, Map<String, String> cookies, List<String> fields) {
        this.port = port;
        this.token = token;
        this.cookies = cookies;
        this.fields = fields;
    }

    /** Sent with the cookies and the token of a guest who has come far. */
    static HostileRequests of(int port, Guest guest) {
        String page = guest.get("/en/sign-in").page();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("The form has no token");
        }
        Map<String, String> cookies =
                Stream.of("form", "member", "cart", "checkout", "give", "proof", "desk")
                        .map(name -> "__Host-" + name)
                        .collect(Collectors.toMap(name -> name, guest::cookie));
        return new HostileRequests(port, token.group(1), new LinkedHashMap<>(cookies), fields());
    }

    /** All names that a template gives to a field. */
    private static List<String> fields() {
        try {
            Resource[] templates =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:templates/**/*.html");
            return Stream.of(templates)
                    .flatMap(HostileRequests::names)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(Resource template) {
        try {
            return FIELD.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One request.
     *
     * @param body may be shorter than the headers promise
     */
    record Request(String head, String body) {

        @Override
        public String toString() {
            String all = head + body;
            return all.length() > 1500 ? all.substring(0, 1500) + "…" : all;
        }
    }

    Request next(HttpMethod method, String pattern, Random random) {
        String path = path(pattern, random) + query(random);
        String verb = chance(random, 15) ? pick(METHODS, random) : method.name();
        String body = method == HttpMethod.POST ? body(random) : "";
        StringBuilder head = new StringBuilder();
        line(head, verb + " " + path + " HTTP/1.1");
        line(head, "Host: " + (chance(random, 30) ? pick(VALUES, random) : "shop"));
        line(head, "X-CSRF-TOKEN: " + token);
        line(head, "Cookie: " + cookies(random));
        IntStream.range(0, random.nextInt(3)).forEach(i -> line(head, pick(HEADERS, random)));
        if (method == HttpMethod.POST) {
            line(
                    head,
                    "Content-Type: "
                            + (chance(random, 4) ? pick(TYPES, random) : TYPES.getFirst()));
            line(head, "Content-Length: " + (body.length() + (chance(random, 60) ? 9 : 0)));
        }
        line(head, "Connection: close");
        return new Request(head.append("\r\n").toString(), body);
    }

    private static void line(StringBuilder head, String line) {
        head.append(line).append("\r\n");
    }

    private static String path(String pattern, Random random) {
        return VARIABLE.matcher(pattern)
                .replaceAll(
                        variable ->
                                Matcher.quoteReplacement(
                                        variable.group(1).equals("lang")
                                                ? "en"
                                                : pick(PARTS, random)));
    }

    private String query(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "?" + pick(VALUES, random);
            case 1 -> "?" + pick(fields, random) + "=" + pick(VALUES, random);
            case 2 -> "?sent&next=" + pick(VALUES, random);
            default -> "";
        };
    }

    private String cookies(Random random) {
        return cookies.entrySet().stream()
                .filter(cookie -> !chance(random, 12))
                .map(cookie -> cookie.getKey() + "=" + value(cookie, random))
                .collect(Collectors.joining("; "));
    }

    private static String value(Map.Entry<String, String> cookie, Random random) {
        String value = cookie.getValue();
        if (cookie.getKey().endsWith("form") || !chance(random, 8)) {
            return value;
        }
        return switch (random.nextInt(5)) {
            case 0 -> value.substring(0, value.length() / 2);
            case 1 -> value.replaceFirst(".$", "!");
            case 2 -> "\"" + value;
            case 3 -> pick(VALUES, random);
            default -> "\u00ff".repeat(9);
        };
    }

    private String body(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> pick(VALUES, random);
            case 1 -> "a=%";
            case 2 -> "a=" + "b".repeat(400_000);
            case 3 -> "a=1&".repeat(3_000);
            case 4 -> "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--B--\r\n";
            case 5 ->
                    "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../\u0000\"\r\n\r\n"
                            + "b";
            case 6 -> "{\"a\":";
            default -> form(random);
        };
    }

    private String form(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> pick(fields, random) + "=" + pick(VALUES, random))
                .collect(Collectors.joining("&"));
    }

    private static boolean chance(Random random, int one) {
        return random.nextInt(one) == 0;
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The status that comes back; 0 where the server hangs up without a word. */
    int status(Request request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((request.head() + request.body()).getBytes(StandardCharsets.ISO_8859_1));
            byte[] status = socket.getInputStream().readNBytes(12);
            return status.length < 12
                    ? 0
                    : Integer.parseInt(new String(status, 9, 3, StandardCharsets.ISO_8859_1));
        } catch (java.net.SocketException hungUp) {
            return 0;
        }
    }
}
