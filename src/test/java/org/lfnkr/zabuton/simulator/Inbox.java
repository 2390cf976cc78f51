package org.lfnkr.zabuton.simulator;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook endpoint that accepts what Stripe's own library accepts. */
final class Inbox implements AutoCloseable {

    private final HttpServer http;
    private final String secret;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    Inbox(String secret) throws IOException {
        this.secret = secret;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::receive);
        http.start();
    }

    URI url() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/webhooks/stripe");
    }

    void refuse(int times) {
        refusals.set(times);
    }

    List<String> types() {
        return events.stream().map(Event::getType).toList();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
        exchange.sendResponseHeaders(take(body, signature), -1);
        exchange.close();
    }

    private int take(String body, String signature) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 503;
        }
        try {
            events.add(Webhook.constructEvent(body, signature, secret));
            return 200;
        } catch (StripeException wrong) {
            return 400;
        }
    }
}
