package org.lfnkr.zabuton.benchmarks;

import org.lfnkr.zabuton.support.DevelopmentServices;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code infra/bench/bench.mjs} puts beside the shop's jar: PostgreSQL, Stripe's simulator and
 * a mailbox, whose settings it writes down; or, with {@code bare} as its first argument, the
 * smallest handler of reactor-netty, which answers files that were read before.
 */
public final class BenchServices {

    private BenchServices() {}

    public static void main(String[] args) throws IOException {
        Path place = Path.of(args[1]);
        if (args[0].equals("bare")) {
            serve(place, Integer.parseInt(args[2]));
            return;
        }
        Map<String, String> settings =
                DevelopmentServices.start(place, Integer.parseInt(args[2])).settings();
        String lines =
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n"));
        Files.writeString(place.resolve("classpath"), System.getProperty("java.class.path"));
        Files.writeString(place.resolve("shop.properties.part"), lines);
        Files.move(place.resolve("shop.properties.part"), place.resolve("shop.properties"));
    }

    /** The file at {@code /NAME}, with the headers that nginx gives it. */
    private static void serve(Path files, int port) throws IOException {
        try (var all = Files.list(files)) {
            Map<String, byte[]> bodies =
                    all.collect(
                            Collectors.toMap(
                                    file -> "/" + file.getFileName(), BenchServices::read));
            HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .handle(
                            (request, response) -> {
                                byte[] body = bodies.get(request.uri());
                                if (body == null) {
                                    return response.sendNotFound();
                                }
                                return response.header("Content-Type", "text/html;charset=utf-8")
                                        .header("Content-Encoding", "gzip")
                                        .header("Content-Length", Integer.toString(body.length))
                                        .sendByteArray(Mono.just(body));
                            })
                    .bindNow()
                    .onDispose()
                    .block();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
