package org.lfnkr.zabuton.storefront.posters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import reactor.core.scheduler.Schedulers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** What a page shows of itself where its link is shared. */
@ModuleTest
class PosterPageTests {

    private static final Pattern META =
            Pattern.compile("<meta (?:property|name)=\"([^\"]+)\" content=\"([^\"]*)\">");

    @Autowired Catalog catalog;
    @Autowired Formats formats;
    @Autowired Messages messages;
    @Autowired Posters posters;
    @Autowired Site site;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({
        "/en, /en/posters/home.png",
        "/ja, /ja/posters/home.png",
        "/ja/products, /ja/posters/home.png",
        "/en/how-we-count, /en/posters/home.png",
        "/en/give, /en/posters/give.png",
        "/ja/give, /ja/posters/give.png",
        "/en/products/knit-cushion, /en/posters/products/knit-cushion.png",
        "/ja/products/wooden-cross, /ja/posters/products/wooden-cross.png"
    })
    void everyPageNamesItsPosterAndThatIsThere(String path, String poster) throws Exception {
        String page = new Guest(port).get(path).html();
        Language language = path.startsWith("/ja") ? Language.JA : Language.EN;

        assertThat(meta(page, "og:title")).isNotEmpty();
        assertThat(meta(page, "og:description")).isEqualTo(meta(page, "description"));
        assertThat(meta(page, "og:url")).isEqualTo(site.origin() + path);
        assertThat(meta(page, "og:locale")).isEqualTo(locale(language));
        assertThat(meta(page, "og:locale:alternate")).isEqualTo(locale(language.other()));
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "og:image:alt")).isNotEmpty();
        assertThat(meta(page, "og:image")).startsWith(site.origin() + poster + "?v=");
        BufferedImage image = image(meta(page, "og:image"));
        assertThat(meta(page, "og:image:width")).isEqualTo("" + image.getWidth());
        assertThat(meta(page, "og:image:height")).isEqualTo("" + image.getHeight());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
    }

    /** The words of a picture can't be read here; that they are drawn is seen by its ink. */
    @Test
    void everyProductHasOneOfItsOwnInBothLanguages() throws Exception {
        Set<Integer> seen = new HashSet<>();
        Set<String> worded = new HashSet<>();
        for (Product product : Await.value(catalog.shelf().collectList())) {
            for (Language language : Language.values()) {
                String page = page("/products/" + product.slug(), language);
                Guest.Answer answer = picture(meta(page, "og:image"));
                BufferedImage image = image(meta(page, "og:image"));

                assertThat(meta(page, "og:image:alt"))
                        .contains(product.name().in(language))
                        .contains(formats.yen(product.lowestPrice()));
                assertThat(body(answer).length).isBetween(20_000, 500_000);
                assertThat(inked(image, 0, 630)).as("drawing").isGreaterThan(20_000);
                assertThat(inked(image, 630, 1200)).as("words").isGreaterThan(3_000);
                seen.add(java.util.Arrays.hashCode(body(answer)));
                worded.add(product.name().in(language) + product.lowestPrice());
            }
        }
        // Other tests put goods of one name on the shelf.
        assertThat(seen).hasSizeGreaterThanOrEqualTo(worded.size());
        assertThat(worded).hasSizeGreaterThan(10);
    }

    @Test
    void anotherPriceIsAnotherAddress() {
        Product cushion = Await.value(catalog.product("knit-cushion"));
        Poster poster = posters.of(cushion, Language.EN);
        Poster dearer =
                new Poster(
                        poster.language(),
                        poster.path(),
                        poster.title(),
                        "¥3,300, tax included",
                        poster.subject());

        assertThat(dearer.address()).isNotEqualTo(poster.address());
        assertThat(posters.of(cushion, Language.EN).address()).isEqualTo(poster.address());
    }

    @Test
    void isDrawnOnceHoweverOftenItIsAskedFor() {
        Poster poster = posters.of(PagePoster.HOME, Language.JA);

        assertThat(Await.value(posters.png(poster))).isSameAs(Await.value(posters.png(poster)));
        assertThat(picture("/ja/posters/home.png").header("Cache-Control"))
                .isEqualTo("max-age=86400, public");
    }

    @Test
    void isMissingForWhatNobodySells() {
        assertThat(picture("/en/posters/products/teapot.png").status()).isEqualTo(404);
        assertThat(picture("/en/posters/teapot.png").status()).isEqualTo(404);
    }

    @Test
    void whatMayNotBeFoundShowsNoPoster() {
        assertThat(META.matcher(page("/cart", Language.EN)).results())
                .noneMatch(meta -> meta.group(1).startsWith("og:"));
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico", "/apple-touch-icon.png"})
    void iconsAreThereForWhoReadsNoPage(String path) {
        assertThat(picture(path).status()).isEqualTo(200);
        assertThat(picture(path).header("Cache-Control")).isEqualTo("max-age=86400, public");
        assertThat(page("", Language.EN)).contains("href=\"" + path + "\"");
    }

    /** How many pixels differ from the ground of that half. */
    private static int inked(BufferedImage image, int from, int to) {
        int ground = image.getRGB(from + 2, 300);
        int inked = 0;
        for (int x = from; x < to; x++) {
            for (int y = 20; y < image.getHeight(); y++) {
                inked += image.getRGB(x, y) == ground ? 0 : 1;
            }
        }
        return inked;
    }

    private BufferedImage image(String address) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(body(picture(address))));
    }

    private Guest.Answer picture(String address) {
        return new Guest(port).get(address.replace(site.origin().toString(), ""));
    }

    private static byte[] body(Guest.Answer answer) {
        return Objects.requireNonNull(answer.result().getResponseBody());
    }

    private String page(String path, Language language) {
        return new Guest(port).get("/" + language.tag() + path).html();
    }

    private static String locale(Language language) {
        return language == Language.EN ? "en_GB" : "ja_JP";
    }

    private static String meta(String page, String name) {
        Matcher found = META.matcher(page);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return HtmlUtils.htmlUnescape(found.group(2));
            }
        }
        throw new AssertionError("The page has no " + name);
    }

    @Test
    void aPosterThatCouldNotBeDrawnIsDrawnForTheNext() {
        AtomicInteger times = new AtomicInteger();
        Executor busyAtFirst =
                drawing -> {
                    if (times.getAndIncrement() == 0) {
                        throw new RejectedExecutionException();
                    }
                    drawing.run();
                };
        Posters printing = new Posters(messages, formats, Schedulers.fromExecutor(busyAtFirst));
        Poster poster = printing.of(PagePoster.HOME, Language.EN);

        assertThatThrownBy(() -> Await.value(printing.png(poster)))
                .isInstanceOf(RejectedExecutionException.class);
        byte[] drawn = Await.value(printing.png(poster));

        assertThat(Await.value(printing.png(poster))).isSameAs(drawn);
        assertThat(times).hasValue(2);
    }
}
