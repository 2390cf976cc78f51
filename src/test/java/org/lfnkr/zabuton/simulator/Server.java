package org.lfnkr.zabuton.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The simulator on the wire, on this machine's own interface only. */
final class Server implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    Server(int port) {
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe simulator can't listen on port " + port, e);
        }
        http.setExecutor(threads);
    }

    void start(Function<Request, Reply> site) {
        http.createContext("/", exchange -> serve(exchange, site));
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange, Function<Request, Reply> site) throws IOException {
        try (exchange) {
            write(exchange, site.apply(Request.read(exchange)));
        }
    }

    private void write(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply.manner()) {
            case WHOLE -> send(exchange, reply, 1);
            case CUT_IN_HALF -> send(exchange, reply, 2);
            case CUT_BEFORE -> exchange.close();
            case NEVER -> hang();
        }
    }

    private static void send(HttpExchange exchange, Reply reply, int part) throws IOException {
        byte[] body = reply.body().getBytes(reply.charset());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(Arrays.copyOf(body, body.length / part));
        exchange.getResponseBody().flush();
    }

    /** Longer than any client waits. */
    private void hang() {
        try {
            closed.await(3, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
