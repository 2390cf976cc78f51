package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** What somebody's first visit costs on an old phone and a bad line. */
class WeightJourneys extends BrowserJourney {

    /** In bytes on the line, besides pictures of goods: drawings, or photographs in their place. */
    private static final int PAGE = 100_000;

    private static final int SCRIPTS = 30_000;

    /** What a proxy packs when the shop has not. */
    private static final Set<String> PACKED = Set.of("document", "image", "stylesheet", "script");

    /** What would push the page down as it comes. */
    private static final String UNMEASURED = "img:not([width]), img:not([height])";

    @ParameterizedTest
    @ValueSource(strings = {"", "/products", "/products/knit-cushion", "/give"})
    void aFirstVisitIsLight(String path) {
        for (String language : List.of("/en", "/ja")) {
            assertLight(language + path);
        }
    }

    private void assertLight(String path) {
        List<Request> loaded = new CopyOnWriteArrayList<>();
        try (BrowserContext context = Chromium.shared().newContext()) {
            Page page = context.newPage();
            page.onRequestFinished(loaded::add);
            page.navigate(
                    site.origin() + path,
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            page.evaluate("document.fonts.ready");

            assertThat(loaded).allMatch(this::isOurs);
            assertThat(weight(loaded, "")).as(path + ": " + listed(loaded)).isLessThan(PAGE);
            assertThat(weight(loaded, "script")).as(path).isLessThan(SCRIPTS);
            assertThat(page.locator(UNMEASURED).count()).as(path).isZero();
        }
    }

    private boolean isOurs(Request request) {
        return URI.create(request.url()).getHost().equals(site.origin().getHost());
    }

    /**
     * @param type of what is asked for, as browsers call it; or empty for all
     */
    private static long weight(List<Request> loaded, String type) {
        return loaded.stream()
                .filter(request -> !request.url().contains("/pictures/"))
                .filter(request -> type.isEmpty() || request.resourceType().equals(type))
                .mapToLong(WeightJourneys::weight)
                .sum();
    }

    private static long weight(Request request) {
        var sizes = request.sizes();
        boolean packed = request.response().allHeaders().containsKey("content-encoding");
        long body =
                !packed && PACKED.contains(request.resourceType())
                        ? packed(request.response().body())
                        : sizes.responseBodySize;
        return sizes.responseHeadersSize + body;
    }

    private static long packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }

    private static List<String> listed(List<Request> loaded) {
        return loaded.stream()
                .map(request -> URI.create(request.url()).getPath() + " " + weight(request))
                .toList();
    }
}
