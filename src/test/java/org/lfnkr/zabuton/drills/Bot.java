package org.lfnkr.zabuton.drills;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Await;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the give form as fast as it can, from whatever address it pretends to have. */
final class Bot {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("name=\"total\" value=\"([^\"]+)\"");
    private static final String TOKEN_COOKIE = "__Host-form";

    private final WebClient client;
    private final String cookie;
    private final String token;

    /** A connection of its own for each try: the shop may hang up between two of them. */
    Bot(int port) {
        this.client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection()))
                        .baseUrl("http://localhost:" + port)
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
                        .build();
        var page = Await.value(client.get().uri("/en/give").retrieve().toEntity(String.class));
        this.cookie =
                Objects.requireNonNull(page.getHeaders().get("Set-Cookie")).stream()
                        .filter(set -> set.startsWith(TOKEN_COOKIE + "="))
                        .map(set -> set.substring(TOKEN_COOKIE.length() + 1, set.indexOf(';')))
                        .findFirst()
                        .orElseThrow();
        Matcher found = TOKEN.matcher(Objects.requireNonNull(page.getBody()));
        if (!found.find()) {
            throw new AssertionError("The form has no token");
        }
        this.token = found.group(1);
    }

    /** Where a new visitor's attempt leads to. */
    Mono<String> tries(String address, int yen) {
        Person somebody = new Person(address, new EmailAddress("bot-" + yen + "@example.org"));
        return somebody.tries(yen);
    }

    /** Where a new visitor's order of one piece leads to. */
    Mono<String> orders(String address, UUID variant, int number) {
        return new Person(address, new EmailAddress("buyer-" + number + "@example.org"))
                .orders(variant);
    }

    Person person(String address, EmailAddress email) {
        return new Person(address, email);
    }

    private static String total(String page) {
        Matcher found = TOTAL.matcher(page);
        if (!found.find()) {
            throw new AssertionError("The check page has no sum");
        }
        return found.group(1);
    }

    /** One visitor, with cookies of their own. */
    final class Person {

        private final String address;
        private final EmailAddress email;
        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        private Person(String address, EmailAddress email) {
            this.address = address;
            this.email = email;
            cookies.put(TOKEN_COOKIE, cookie);
        }

        String gives(int yen) {
            return Await.value(tries(yen));
        }

        String presses(int yen) {
            return Await.value(sends(yen));
        }

        String post(String path, String... answers) {
            return Await.value(posts(path, answers));
        }

        private Mono<String> tries(int yen) {
            return posts(
                            "/en/give",
                            "frequency",
                            "once",
                            "amount",
                            "other",
                            "other",
                            Integer.toString(yen),
                            "name",
                            "Name",
                            "email",
                            email.value(),
                            "action",
                            "check")
                    .then(Mono.defer(() -> sends(yen)));
        }

        Mono<String> orders(UUID variant) {
            return posts("/en/cart/lines", "variant", variant.toString(), "quantity", "1")
                    .then(Mono.defer(this::fillsIn))
                    .then(Mono.defer(this::pressesOrder));
        }

        private Mono<String> fillsIn() {
            return posts(
                    "/en/checkout",
                    "country",
                    "JP",
                    "email",
                    email.value(),
                    "name",
                    "Name",
                    "postalCode",
                    "1000001",
                    "prefecture",
                    "13",
                    "city",
                    "Chiyoda",
                    "street",
                    "1-1");
        }

        /** Sends the sum that stands on the button. */
        Mono<String> pressesOrder() {
            return client.get()
                    .uri("/en/checkout/check")
                    .cookies(all -> cookies.forEach(all::add))
                    .retrieve()
                    .bodyToMono(String.class)
                    .map(Bot::total)
                    .flatMap(total -> posts("/en/orders", "total", total));
        }

        private Mono<String> sends(int yen) {
            return posts("/en/gifts", "total", Integer.toString(yen), "agreed", "yes");
        }

        private Mono<String> posts(String path, String... answers) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("_csrf", token);
            for (int i = 0; i < answers.length; i += 2) {
                form.add(answers[i], answers[i + 1]);
            }
            return client.post()
                    .uri(path)
                    .header("X-Forwarded-For", invented() + ", " + address)
                    .cookies(all -> cookies.forEach(all::add))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(BodyInserters.fromFormData(form))
                    .exchangeToMono(this::location);
        }

        /** What a proxy passes on in front of the address that it saw. */
        private static String invented() {
            return "198.51.100." + ThreadLocalRandom.current().nextInt(256);
        }

        private Mono<String> location(ClientResponse response) {
            response.cookies().values().forEach(set -> keep(set.getLast()));
            String location =
                    Objects.toString(response.headers().asHttpHeaders().getLocation(), "");
            return response.releaseBody().thenReturn(location);
        }

        private void keep(ResponseCookie set) {
            cookies.put(set.getName(), set.getValue());
        }
    }
}
