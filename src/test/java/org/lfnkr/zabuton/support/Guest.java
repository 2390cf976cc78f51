package org.lfnkr.zabuton.support;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodyUriSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import reactor.netty.http.client.HttpClient;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts: keeps cookies, and sends the forms that pages offer. */
public final class Guest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern SWITCH =
            Pattern.compile("masthead__switch\"[^>]* form=\"([^\"]+)\" formaction=\"([^\"]+)\"");

    /** An address as browsers write it. */
    private static final Pattern PLAIN = Pattern.compile("([\\w/?&=+.,~:-]|%[0-9A-Fa-f]{2})+");

    /** In bytes: a picture is larger than any page. */
    private static final int LARGEST = 1 << 20;

    private static final String WORD_JOINER = "\u2060";

    /**
     * A connection of its own for each request: between two of a guest the shop may hang up, and
     * what is refused while it is still being sent would stay taken in a pool.
     */
    private static final HttpClient CONNECTIONS = HttpClient.newConnection();

    private final int port;
    private final WebTestClient client;
    private final Map<String, String> cookies = new HashMap<>();
    private String userAgent = "Firefox on Linux";
    private String shown = "";
    private String referer = "";

    public Guest(int port) {
        this.port = port;
        this.client =
                WebTestClient.bindToServer(new ReactorClientHttpConnector(CONNECTIONS))
                        .baseUrl("http://localhost:" + port)
                        .responseTimeout(Duration.ofMinutes(2))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                        .build();
    }

    /**
     * What came back.
     *
     * @param page as text, its HTML unescaped, without what keeps a sum in one line
     */
    public record Answer(EntityExchangeResult<byte[]> result) {

        public int status() {
            return result.getStatus().value();
        }

        public String page() {
            return HtmlUtils.htmlUnescape(html()).replace(WORD_JOINER, "");
        }

        /** The page as it was sent. */
        public String html() {
            byte[] body = result.getResponseBody();
            return body == null ? "" : new String(body, StandardCharsets.UTF_8);
        }

        /** Where it leads to, or empty. */
        public String location() {
            return Objects.toString(result.getResponseHeaders().getLocation(), "");
        }

        public String header(String name) {
            return Objects.requireNonNullElse(result.getResponseHeaders().getFirst(name), "");
        }
    }

    public Guest calling(String agent) {
        userAgent = agent;
        return this;
    }

    /**
     * Signs in at the desk.
     *
     * @param roles of {@code desk.Role}; without any, all that one person may have who isn't an
     *     administrator
     */
    public Guest atDesk(String... roles) {
        Answer in =
                get(
                        "/en/desk/development"
                                + (roles.length == 0 ? "" : "?as=" + String.join(",", roles)));
        if (in.status() != 303) {
            throw new AssertionError("Not let in: " + in.status());
        }
        return this;
    }

    public Answer get(String path) {
        referer = PLAIN.matcher(path).matches() ? path : "";
        return answer(asked(path));
    }

    /** What is escaped already is sent as it is. */
    private RequestBodySpec asked(String path) {
        RequestBodyUriSpec request = client.method(HttpMethod.GET);
        return path.contains("%") && PLAIN.matcher(path).matches()
                ? request.uri(URI.create("http://localhost:" + port + path))
                : request.uri(path);
    }

    /** The page that an answer leads to, as a browser asks for it: without what follows its #. */
    public Answer follow(Answer led) {
        return get(led.location().replaceFirst("#.*", ""));
    }

    /** Opens a page, to go on with what it offers. */
    public Guest at(String path) {
        get(path);
        return this;
    }

    /**
     * Fills in the form of the page that is open and sends it, hidden fields and all.
     *
     * @param action where the form leads to
     * @param answers in pairs of name and value; a button that was pressed is one of them
     */
    public Answer post(String action, String... answers) {
        return send(action, filled(offered(action), answers));
    }

    /** The form of the open page that leads somewhere. */
    public PageForm offered(String action) {
        return PageForm.find(shown, action)
                .orElseThrow(() -> new AssertionError("The page offers no form to " + action));
    }

    private static MultiValueMap<String, String> filled(PageForm form, String... answers) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(form.fields());
        for (int i = 0; i < answers.length; i += 2) {
            if (!form.names().contains(answers[i])) {
                throw new AssertionError(form.action() + " doesn't ask for " + answers[i]);
            }
            sent.set(answers[i], answers[i + 1]);
        }
        return sent;
    }

    /** Where the form leads to that the page's language button sends. */
    public String switches() {
        String id = found(SWITCH, 1);
        return PageForm.of(shown).stream()
                .filter(form -> form.id().equals(id))
                .map(PageForm::action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page has no form " + id));
    }

    /** Presses the language button in the head of the page, with what was typed. */
    public Answer switchesLanguage(String... answers) {
        return send(found(SWITCH, 2), filled(offered(switches()), answers));
    }

    private String found(Pattern pattern, int group) {
        Matcher found = pattern.matcher(shown);
        if (!found.find()) {
            throw new AssertionError("Not on the page");
        }
        return HtmlUtils.htmlUnescape(found.group(group));
    }

    /** Sends a form that no page offers, with a token, as somebody does who tries addresses. */
    public Answer postUnasked(String path, String... answers) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("_csrf", token());
        for (int i = 0; i < answers.length; i += 2) {
            form.add(answers[i], answers[i + 1]);
        }
        return send(path, form);
    }

    private Answer send(String path, MultiValueMap<String, String> form) {
        RequestBodySpec request = client.method(HttpMethod.POST).uri(path);
        request.contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(query(form));
        request.header("Sec-Fetch-Site", "same-origin");
        Answer answer = answer(request);
        return answer.status() == 307
                ? send(answer.location().replaceFirst("#.*", ""), form)
                : answer;
    }

    /** Sends a form without its token, as another site would make this browser do. */
    public Answer forge(String path, String... answers) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("sure", "yes");
        for (int i = 0; i < answers.length; i += 2) {
            form.add(answers[i], answers[i + 1]);
        }
        RequestBodySpec request = client.method(HttpMethod.POST).uri(path);
        request.contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(query(form));
        request.header("Sec-Fetch-Site", "cross-site");
        return answer(request);
    }

    private static String query(MultiValueMap<String, String> form) {
        StringBuilder query = new StringBuilder();
        form.forEach((name, values) -> values.forEach(value -> append(query, name, value)));
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Sends a form with a file, and with a token that fits unless another is among the answers. */
    public Answer bring(String path, Map<String, String> answers, String name, byte[] file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        Map<String, String> all = new HashMap<>(answers);
        all.computeIfAbsent("_csrf", missing -> token());
        all.forEach(parts::part);
        parts.part(name, file, MediaType.IMAGE_JPEG).filename("camera.jpg");
        RequestBodySpec request = client.method(HttpMethod.POST).uri(path);
        request.contentType(MediaType.MULTIPART_FORM_DATA).bodyValue(parts.build());
        request.header("Sec-Fetch-Site", "same-origin");
        return answer(request);
    }

    /** Any page with a form gives one. */
    private String token() {
        Answer any = answer(client.method(HttpMethod.GET).uri("/en/sign-in"));
        Matcher found = TOKEN.matcher(any.page());
        if (!found.find()) {
            throw new AssertionError("The form has no token");
        }
        return found.group(1);
    }

    private Answer answer(RequestBodySpec request) {
        cookies.forEach(request::cookie);
        request.header("User-Agent", userAgent);
        if (!referer.isEmpty()) {
            request.header("Referer", "http://localhost" + referer);
        }
        Answer answer = new Answer(request.exchange().expectBody().returnResult());
        answer.result().getResponseCookies().values().forEach(set -> keep(set.getLast()));
        if (answer.header("Content-Type").startsWith("text/html")) {
            shown = answer.html();
        }
        return answer;
    }

    private void keep(ResponseCookie cookie) {
        if (cookie.getMaxAge().isZero()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    /** A cookie's value, or empty. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void forget(String name) {
        cookies.remove(name);
    }

    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    public List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }
}
