package org.lfnkr.zabuton.shipping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Reads the file that {@code infra/postal-codes} writes; its generator explains the lines. */
final class PostalDirectoryReader {

    private static final String FILE = "/shipping/postal-codes.gz";

    private final IntStream.Builder codes = IntStream.builder();
    private final List<PostalTown> towns = new ArrayList<>();
    private final Map<String, PostalTown> buildings = new HashMap<>();
    private Prefecture prefecture = Prefecture.HOKKAIDO;
    private String city = "";
    private int code;

    private PostalDirectoryReader() {}

    /** Takes a tenth of a second or two; for the start of the application. */
    static PostalDirectory read() {
        InputStream file = PostalDirectoryReader.class.getResourceAsStream(FILE);
        try (var zipped = new GZIPInputStream(Objects.requireNonNull(file, FILE));
                var text = new InputStreamReader(zipped, StandardCharsets.UTF_8)) {
            return new PostalDirectoryReader().read(new BufferedReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + FILE, e);
        }
    }

    private PostalDirectory read(BufferedReader text) {
        text.lines().forEach(this::line);
        return new PostalDirectory(codes.build().toArray(), towns, buildings);
    }

    private void line(String line) {
        int tab = line.indexOf('\t');
        String name = line.substring(tab + 1);
        switch (line.charAt(0)) {
            case '#' -> under(line.substring(1, tab), name);
            case '~' -> buildings.put(line.substring(1, tab), town(name));
            default -> add(Integer.parseInt(line.substring(0, tab)), name);
        }
    }

    private void under(String cityCode, String name) {
        prefecture = Prefecture.of(cityCode.substring(0, 2)).orElseThrow();
        city = name;
    }

    private void add(int step, String name) {
        code += step;
        codes.add(code);
        towns.add(town(name));
    }

    private PostalTown town(String name) {
        return new PostalTown(prefecture.code(), prefecture.words().ja(), city, name);
    }
}
