package org.lfnkr.zabuton.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;

import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.lfnkr.zabuton.web.Site;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws the pictures of the guide for staff anew, from a shop that is begun for it and sells and
 * refunds by its own pages: {@code ./mvnw spring-boot:test-run
 * -Dspring-boot.run.main-class=org.lfnkr.zabuton.journeys.GuidePictures}.
 */
public final class GuidePictures {

    private static final Path GUIDE = Path.of("infra", "guide");
    private static final String CARD = "4242424242424242";

    private final URI shop;
    private final Language language;

    private GuidePictures(URI shop, Language language) {
        this.shop = shop;
        this.language = language;
    }

    /** The services beside the shop would keep the process alive. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] args) {
        int status = 1;
        System.setProperty("journey", "true");
        try (ConfigurableApplicationContext context = TestEnvironment.start(TestDatabase.fresh())) {
            URI shop = context.getBean(Site.class).origin();
            List.of(Language.values()).forEach(it -> new GuidePictures(shop, it).draw());
            status = 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private void draw() {
        try (Visitor visitor = visitor(1280)) {
            String order = buys(visitor, 1);
            String large = buys(visitor, 4);
            visitor.goes("/desk/development");
            draw(visitor.goes("/desk"), "today");
            draw(visitor.goes("/desk/parcels"), "parcels");
            draw(visitor.goes("/desk/orders/" + order), "order");
            draw(refunds(visitor, order, 1), "refund");
            draw(visitor.goes("/desk/board"), "board");
            refunds(visitor, large, 4).page().click("button[value=propose]");
        }
        try (Visitor approver = visitor(320)) {
            approver.goes("/desk/development?as=APPROVER").goes("/desk/approvals");
            approver.page().locator("main a[href*='/approvals/']").last().click();
            draw(approver.looks(), "approval");
        }
    }

    /**
     * @return the order's number
     */
    private static String buys(Visitor visitor, int pieces) {
        visitor.puts(pieces, "knit-cushion", "indigo").page().click("a[href$='/cart']");
        visitor.answers().orders().paysBy(CARD).isBack();
        return visitor.page().locator("strong.reference").textContent();
    }

    /** As far as what follows from it can be read. */
    private static Visitor refunds(Visitor visitor, String order, int pieces) {
        Page page = visitor.goes("/desk/orders/" + order + "/refunds").page();
        page.locator("input[name^=pieces-]").first().fill(Integer.toString(pieces));
        page.locator("input[name^=fate-][value=not-sent]").first().check();
        page.check("input[name=reason][value=changed-mind]");
        page.click("button[value=look]");
        page.waitForLoadState();
        return visitor;
    }

    private void draw(Visitor visitor, String name) {
        Page.ScreenshotOptions picture =
                new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(72)
                        .setPath(GUIDE.resolve(name + "." + language.tag() + ".jpg"));
        visitor.page().evaluate("scrollTo(0, 0)");
        visitor.page().screenshot(picture);
    }

    private Visitor visitor(int width) {
        return new Visitor(Chromium.shared(), shop, new Setup(language, true, width));
    }
}
