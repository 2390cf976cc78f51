package org.lfnkr.zabuton.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds with axe the faults that a machine can find in a page. It reads a copy, so that also what
 * is shown without scripts can be looked at by one, and always in the same page of its own: axe is
 * larger than all pages together, and stays where it is while the document changes.
 */
final class Inspector {

    private static final Map<URI, Inspector> INSPECTORS = new ConcurrentHashMap<>();
    private static final String AXE = axe();
    private static final String FAULTS =
            """
            () => axe.run(document, { resultTypes: ["violations"] }).then(found =>
              found.violations.flatMap(fault => fault.nodes.map(node =>
                `${fault.id}: ${node.html}: ${node.failureSummary}`)))
            """;

    private final Page page;
    private final String address;

    private Inspector(Browser browser, URI shop) {
        this.page = browser.newPage();
        this.address = shop + "/inspector";
        // What our scripts do is in the copy already.
        page.route("**/*.js", Route::abort);
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")));
    }

    /** The one for that shop: style sheets are those that it serves. */
    static Inspector of(Browser browser, URI shop) {
        return INSPECTORS.computeIfAbsent(shop, each -> new Inspector(browser, each));
    }

    /** What is wrong with what is seen there, as axe says it; nothing where nothing is. */
    List<?> faults(Page seen) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.navigate(address);
            page.evaluate(AXE);
        }
        var size = Objects.requireNonNull(seen.viewportSize());
        page.setViewportSize(size.width, size.height);
        page.setContent(seen.content());
        return (List<?>) page.evaluate(FAULTS);
    }

    private static String axe() {
        try (InputStream script = Inspector.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
