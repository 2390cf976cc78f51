package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.Photograph;
import org.lfnkr.zabuton.catalog.photographs.Addition;
import org.lfnkr.zabuton.catalog.photographs.Look;
import org.lfnkr.zabuton.catalog.photographs.NewPhotograph;
import org.lfnkr.zabuton.catalog.photographs.Photographs;
import org.lfnkr.zabuton.catalog.photographs.Ticks;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;

/** A product is shown as it was taken where somebody took it, and as it is drawn elsewhere. */
@ModuleTest
class PhotographPageTests {

    private static final String SLUG = "knit-hat";
    private static final String PAGE = "/en/products/" + SLUG;
    private static final Bilingual WORDS = new Bilingual("A <plain> colour", "無地の\"色\"");

    @Autowired Photographs photographs;

    @Autowired
    @Qualifier("rememberedShelf")
    Remembered<?> shelf;

    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @LocalServerPort int port;

    @AfterEach
    void takeThemAway() throws SQLException {
        try (var owner = testDatabase.connect();
                var statement = owner.createStatement()) {
            statement.execute("delete from catalog.photograph");
        }
        Await.done(shelf.refresh());
    }

    @Test
    void theFirstPhotographStandsForTheProduct() {
        assertThat(page(PAGE)).contains("alt=\"Drawing of ");
        Photograph first = added(BroughtFiles.jpeg(800, 600), true);
        Photograph second = added(BroughtFiles.jpeg(600, 800), true);

        assertThat(page(PAGE))
                .contains(
                        "<img fetchpriority=\"high\" width=\"800\" height=\"600\" src=\"%s\" alt=\"A &lt;plain&gt; colour\">"
                                .formatted(first.address()))
                .containsSubsequence("loading=\"lazy\"", "height=\"800\"", second.address())
                .doesNotContain("alt=\"Drawing of ")
                .containsPattern("\"image\":\\[\"[^\"]*" + first.address() + "\"")
                .containsPattern("og:image\" content=\"[^\"]+/posters/products/" + SLUG);
        assertThat(page("/ja/products/" + SLUG)).contains("alt=\"無地の&quot;色&quot;\"");
        assertThat(page("/ja/products"))
                .containsOnlyOnce(first.address())
                .doesNotContain(second.address())
                .contains("/pictures/knit-cushion-indigo.svg");
    }

    @Test
    void isKeptByCachesForAnHourSinceItMayBeTakenDown() throws NoSuchAlgorithmException {
        Photograph photograph = added(BroughtFiles.jpeg(800, 600), true);

        Guest.Answer answer = new Guest(port).get(photograph.address());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(answer.header("ETag")).isEqualTo("\"" + photograph.hash() + "\"");
        byte[] body = Objects.requireNonNull(answer.result().getResponseBody());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(photograph.hash());
    }

    @Test
    void whatIsNotPublicIsNeitherShownNorServed() {
        Photograph kept = added(BroughtFiles.jpeg(800, 600), false);

        assertThat(page(PAGE)).contains("alt=\"Drawing of ").doesNotContain(kept.hash());
        assertThat(new Guest(port).get(kept.address()).status()).isEqualTo(404);
    }

    @Test
    void nothingIsServedUnderOtherNames() {
        for (String name :
                new String[] {"0".repeat(64), "x", "\0", "..%2fx", "..\\x", "A".repeat(64)}) {
            assertThat(new Guest(port).get("/photographs/" + name + ".jpg").status())
                    .as(name)
                    .isIn(400, 404);
        }
    }

    @Test
    void theSamePictureIsTakenOnceAndOnlyOfWhatThereIs() {
        added(BroughtFiles.jpeg(800, 600), true);

        assertThat(add(SLUG, BroughtFiles.jpeg(800, 600)))
                .isEqualTo(new Addition.Refused(Addition.Refusal.ALREADY_THERE));
        assertThat(add("knit-cushion", BroughtFiles.jpeg(800, 600)))
                .isInstanceOf(Addition.Added.class);
        assertThat(add("no-such-thing", BroughtFiles.jpeg(800, 600)))
                .isEqualTo(new Addition.Refused(Addition.Refusal.NO_SUCH_PRODUCT));
        assertThat(add(SLUG, new byte[9]))
                .isEqualTo(new Addition.Refused(Addition.Refusal.UNREADABLE));
    }

    @Test
    void whoBroughtItIsNoted() {
        Photograph photograph = added(BroughtFiles.jpeg(640, 480), false);

        assertThat(
                        Await.value(
                                database.sql("select actor from audit.entry where subject = :it")
                                        .bind("it", SLUG + "/" + photograph.hash())
                                        .map(row -> Row.text(row, "actor"))
                                        .one()))
                .isEqualTo("a-member-of-staff");
    }

    private Photograph added(byte[] file, boolean shown) {
        Photograph photograph = ((Addition.Added) add(SLUG, file)).photograph();
        if (shown) {
            Ticks all = new Ticks(true, true, true, true);
            assertThat(Await.value(photographs.look(SLUG, photograph.hash(), all, "another")))
                    .isEqualTo(Look.SHOWN);
        }
        Await.done(shelf.refresh());
        return photograph;
    }

    private Addition add(String slug, byte[] file) {
        return Await.value(
                photographs.add(new NewPhotograph(slug, WORDS, file), "a-member-of-staff"));
    }

    private String page(String path) {
        return new Guest(port).get(path).html();
    }
}
