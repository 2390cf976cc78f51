package org.lfnkr.zabuton.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.assertj.core.api.Assertions;
import org.lfnkr.zabuton.kernel.Language;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Somebody at a browser, who does what people do in the shop. */
final class Visitor implements AutoCloseable {

    /**
     * How somebody comes.
     *
     * @param width of the window in CSS pixels
     */
    record Setup(Language language, boolean scripts, int width) {}

    private static final Pattern ID = Pattern.compile("\\w{5}-\\w{5}|[\\w-]{22,}");

    /** Looking closely takes a second, so each state of a page is inspected once for each setup. */
    private static final Set<String> INSPECTED = ConcurrentHashMap.newKeySet();

    private final Setup setup;
    private final URI shop;
    private final BrowserContext context;
    private final Inspector inspector;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, URI shop, Setup setup) {
        this.setup = setup;
        this.shop = shop;
        this.context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(setup.language().tag())
                                .setJavaScriptEnabled(setup.scripts())
                                .setViewportSize(setup.width(), 900));
        this.page = context.newPage();
        this.inspector = Inspector.of(browser, shop);
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Visitor goes(String path) {
        page.navigate(shop + "/" + setup.language().tag() + path);
        return looks();
    }

    /** The page has no fault that a machine can find, and doesn't scroll sideways. */
    Visitor looks() {
        if (INSPECTED.add(state())) {
            Assertions.assertThat(inspector.faults(page)).as(page.url()).isEmpty();
        }
        Object overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(overflow).as("%s is too wide", page.url()).isEqualTo(0);
        Assertions.assertThat(complaints).isEmpty();
        return this;
    }

    /** What makes a page another page: reference, key and session don't. */
    private String state() {
        String path = ID.matcher(URI.create(page.url()).getPath()).replaceAll("…");
        Object parts =
                page.evaluate(
                        "[...document.querySelectorAll('h1, h2, .notice, [role=alert], details[open]')]"
                                + ".map(part => part.className + part.textContent).join()");
        return setup + path + parts;
    }

    Visitor puts(int pieces, String slug, String colour) {
        goes("/products/" + slug + "?colour=" + colour);
        page.fill("#quantity", Integer.toString(pieces));
        page.click("form[action$='/cart/lines'] button");
        page.waitForURL(Pattern.compile("/cart#told"));
        return looks();
    }

    Visitor adds(String yen) {
        page.check("input[name=gift][value=free]");
        page.fill("#amount", yen);
        page.click("form[action$='/cart/gift'] button");
        page.waitForLoadState();
        return looks();
    }

    Visitor answers() {
        page.click("a[href$='/checkout']");
        looks();
        page.fill("#email", email());
        page.fill("#name", "𠮷野 髙﨑");
        page.fill("#postalCode", "１５０−０００１");
        if (!setup.scripts()) {
            page.click("button[value=postal-code]");
        }
        page.selectOption("#prefecture", "13");
        page.fill("#city", "渋谷区");
        page.fill("#street", "1-2-3");
        page.click("p.actions button[value=check]");
        page.waitForURL(Pattern.compile("/checkout/check$"));
        return looks();
    }

    /** Presses the button that names the sum, and stands before Stripe's page. */
    Visitor orders() {
        if (page.locator("#giftAgreed").count() > 0) {
            page.check("#giftAgreed");
        }
        page.click("form[action$='/orders'] button.button");
        return isBeforeStripe();
    }

    /** Where Stripe did not answer in time the shop's page says so, and offers to go on. */
    private Visitor isBeforeStripe() {
        page.waitForURL(Pattern.compile("/c/pay/|payment=unreached"));
        if (!page.url().contains("/c/pay/")) {
            page.click("form[action$='/payments'] button.button");
            page.waitForURL(Pattern.compile("/c/pay/"));
        }
        return this;
    }

    /** Agrees on the check page of a gift, and stands before Stripe's page. */
    Visitor gives() {
        page.check("#agreed");
        page.click("form[action$='/gifts'] button.button");
        return isBeforeStripe();
    }

    Visitor paysBy(String means) {
        page.check("input[name=means][value='" + means + "']");
        page.click("main form button[type=submit], form button");
        page.waitForLoadState();
        return this;
    }

    Visitor isBack() {
        page.waitForURL(Pattern.compile("/orders/"));
        return this;
    }

    /** Reads until the page says so; without scripts by reloading. */
    Visitor reads(String selector, String words) {
        Locator place = page.locator(selector).first();
        if (!setup.scripts()) {
            for (int tries = 0; tries < 20 && !place.textContent().contains(words); tries++) {
                page.waitForTimeout(250);
                page.reload();
            }
        }
        assertThat(place).containsText(words);
        return looks();
    }

    String email() {
        return "visitor-" + context.hashCode() + "@example.org";
    }

    @Override
    public void close() {
        context.close();
    }
}
