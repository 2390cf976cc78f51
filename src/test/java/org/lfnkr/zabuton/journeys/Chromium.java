package org.lfnkr.zabuton.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a browser: the one that CHROMIUM names, an installed one, or the test tool's own. The one
 * without windows comes first: it draws the same pages with less work.
 */
final class Chromium {

    private static final List<String> KNOWN =
            List.of(
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static @Nullable Browser shared;

    private Chromium() {}

    /** One for all journeys of a run; it ends with the process, as Playwright sees to. */
    static synchronized Browser shared() {
        Browser browser = Objects.requireNonNullElseGet(shared, Chromium::launch);
        shared = browser;
        return browser;
    }

    private static Browser launch() {
        Optional<Path> installed = installed();
        LaunchOptions options = new LaunchOptions().setArgs(QUIETLY);
        installed.ifPresent(options::setExecutablePath);
        try {
            return playwright(installed.isPresent()).chromium().launch(options);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "No browser: install Chromium (apt-get install chromium-headless-shell) or set CHROMIUM to one",
                    e);
        }
    }

    private static Playwright playwright(boolean installed) {
        Map<String, String> environment =
                installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.of(System.getenv("CHROMIUM")), KNOWN.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
