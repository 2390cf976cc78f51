package org.lfnkr.zabuton.catalog.photographs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Remembered;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A picture is seen by nobody outside before two people have had it in hand. */
@ModuleTest
class PicturesPageTests {

    private static final String SLUG = "mittens";
    private static final Map<String, String> WORDS = Map.of("altEn", "Wool <b>", "altJa", "毛");

    @Autowired Photographs photographs;

    @Autowired
    @Qualifier("rememberedShelf")
    Remembered<?> shelf;

    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @AfterEach
    void takeThemAway() throws SQLException {
        clock.reset();
        try (var owner = testDatabase.connect();
                var statement = owner.createStatement()) {
            statement.execute("delete from catalog.photograph");
        }
        Await.done(shelf.refresh());
    }

    @ParameterizedTest
    @EnumSource
    void somebodyBringsItSomebodyElseLooksAndItIsShown(Language language) {
        String here = here(language);
        Guest editor = new Guest(port).atDesk("EDITOR");
        Guest.Answer led = bring(editor, language, BroughtFiles.fromCamera(800, 600, 1));

        assertThat(led.status()).isEqualTo(303);
        assertThat(editor.follow(led).page())
                .contains(messages.text("catalog.picture.told.added", language))
                .contains(messages.text("catalog.picture.own", language), "Wool <b>")
                .doesNotContain("/looks\"", "??");
        String hash = hash();
        Guest.Answer own = editor.get(here + "/" + hash + ".jpg");
        assertThat(own.header("Cache-Control")).contains("no-store");
        assertThat(new String(Objects.requireNonNull(own.result().getResponseBody()), ISO_8859_1))
                .doesNotContain(BroughtFiles.SECRET, "Exif");
        assertThat(isPublic(hash)).isFalse();

        Guest shop = new Guest(port).atDesk("SHOP").at(here);
        String looks = here + "/" + hash + "/looks";
        Guest.Answer unticked =
                shop.post(looks, "face", "yes", "text", "yes", "where", "yes", "verdict", "pass");
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.page())
                .contains(messages.text("catalog.picture.unticked", language), "checked");
        assertThat(isPublic(hash)).isFalse();
        assertThat(shop.follow(pass(shop, looks)).page())
                .contains(messages.text("catalog.picture.told.shown", language));
        assertThat(isPublic(hash)).isTrue();
        assertThat(product()).contains("/photographs/" + hash + ".jpg", "alt=\"Wool <b>\"");

        shop.at(here);
        assertThat(shop.follow(shop.post(here + "/" + hash + "/removals")).page())
                .contains(messages.text("catalog.picture.told.down", language));
        assertThat(isPublic(hash)).isFalse();
        assertThat(product()).doesNotContain(hash);
    }

    @Test
    void nobodyLetsTheirOwnPass() {
        Guest editor = new Guest(port).atDesk("EDITOR");
        bring(editor, Language.EN, BroughtFiles.jpeg(500, 500));
        String looks = here(Language.EN) + "/" + hash() + "/looks";

        assertThat(editor.follow(unasked(editor, looks)).page())
                .contains(messages.text("catalog.picture.told.own", Language.EN));
        assertThat(isPublic(hash())).isFalse();
        assertThatThrownBy(
                        () ->
                                run(
                                        "update catalog.photograph set looked_by = brought_by, looked_at = now()"))
                .hasMessageContaining("looker_is_another");
        assertThatThrownBy(() -> run("update catalog.photograph set shown = true"))
                .hasMessageContaining("shown_after_a_second_look");
        assertThatThrownBy(() -> run("update catalog.photograph set jpeg = '\\x00'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatWasRefusedIsRefusedForGood() {
        bring(new Guest(port).atDesk("EDITOR"), Language.EN, BroughtFiles.jpeg(500, 500));
        Guest shop = new Guest(port).atDesk("SHOP").at(here(Language.EN));
        String looks = here(Language.EN) + "/" + hash() + "/looks";

        assertThat(shop.follow(shop.post(looks, "verdict", "refuse")).page())
                .contains(messages.text("catalog.picture.told.refused", Language.EN));
        assertThat(shop.follow(unasked(shop, looks)).page())
                .contains(messages.text("catalog.picture.told.before", Language.EN));
        assertThat(isPublic(hash())).isFalse();
    }

    @Test
    void whatIsNoPictureIsToldAndTheWordsAreKept() {
        Guest editor = new Guest(port).atDesk("EDITOR");
        for (byte[] file : List.of(new byte[0], new byte[100], BroughtFiles.jpeg(300, 300))) {
            Guest.Answer answer = bring(editor, Language.EN, file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page()).contains("value=\"Wool <b>\"").doesNotContain("??");
        }
        Guest.Answer wordless =
                editor.at(here(Language.EN))
                        .bring(
                                here(Language.EN),
                                Map.of("altEn", "", "altJa", "毛"),
                                "file",
                                BroughtFiles.jpeg(500, 500));
        assertThat(wordless.page())
                .contains(messages.text("web.wrong.empty", Language.EN), "value=\"毛\"");
        assertThat(Await.value(photographs.of(SLUG).collectList())).isEmpty();
    }

    @Test
    void whatIsTooHeavyIsNotKeptAndDoesNotBreakThePage() {
        Guest editor = new Guest(port).atDesk("EDITOR");

        assertThat(bring(editor, Language.EN, new byte[33_000_000]).status()).isIn(413, 422);
        assertThat(editor.get(here(Language.EN)).status()).isEqualTo(200);
    }

    @Test
    void strangersAndForgersBringNothing() {
        Guest stranger = new Guest(port);
        assertThat(
                        stranger.bring(
                                        here(Language.EN),
                                        WORDS,
                                        "file",
                                        BroughtFiles.jpeg(500, 500))
                                .location())
                .contains("/desk/sign-in");
        Guest fulfilment = new Guest(port).atDesk("FULFILMENT");
        assertThat(
                        fulfilment
                                .bring(
                                        here(Language.EN),
                                        WORDS,
                                        "file",
                                        BroughtFiles.jpeg(500, 500))
                                .status())
                .isEqualTo(403);
        Guest editor = new Guest(port).atDesk("EDITOR");
        assertThat(
                        editor.bring(
                                        here(Language.EN),
                                        Map.of("altEn", "a", "altJa", "b", "_csrf", "x"),
                                        "file",
                                        BroughtFiles.jpeg(500, 500))
                                .status())
                .isIn(403, 409, 422);
        assertThat(Await.value(photographs.of(SLUG).collectList())).isEmpty();
    }

    /** What they typed comes back; only the file has to be chosen once more. */
    @ParameterizedTest
    @EnumSource
    void whoIsSignedOutOverAPictureChoosesItAgainAndTypesNothing(Language language) {
        byte[] picture = BroughtFiles.jpeg(500, 500);
        String here = here(language);
        Guest editor = new Guest(port).atDesk("EDITOR").at(here);
        clock.advance(Duration.ofMinutes(31));

        Guest.Answer out = editor.bring(here, WORDS, "file", picture);

        assertThat(out.status()).isEqualTo(403);
        assertThat(out.page())
                .contains(messages.text("web.error.signed-out.title", language))
                .contains(messages.text("web.error.signed-out.file", language))
                .contains(messages.text("web.error.signed-out.file.named", language, "camera.jpg"))
                .doesNotContain("??");
        assertThat(out.html()).contains("enctype=\"multipart/form-data\"");
        assertThat(Await.value(photographs.of(SLUG).collectList())).isEmpty();
        Map<String, String> kept = new HashMap<>(editor.offered(here).fields().toSingleValueMap());
        assertThat(kept).containsAllEntriesOf(WORDS).containsEntry("file", "");
        kept.remove("file");
        editor.atDesk("EDITOR");
        assertThat(editor.bring(here, kept, "file", picture).status()).isEqualTo(303);
        assertThat(Await.value(photographs.of(SLUG).collectList())).hasSize(1);
    }

    /** A cookie is anybody's word: of who was never here nothing is read. */
    @Test
    void whoSaysToHaveBeenHereIsLedToTheDoor() {
        Guest liar = new Guest(port);
        liar.plant("__Host-desk", "x".repeat(43));
        liar.at(here(Language.EN));

        Guest.Answer led = liar.bring(here(Language.EN), WORDS, "file", new byte[500]);

        assertThat(led.status()).isEqualTo(303);
        assertThat(led.location())
                .isEqualTo("/en/desk/sign-in?next=" + here(Language.EN) + "&unsaved");
        assertThat(liar.follow(led).page())
                .contains(messages.text("staff.sign-in.unsaved.back", Language.EN));
    }

    private static String here(Language language) {
        return "/" + language.tag() + "/desk/products/" + SLUG + "/pictures";
    }

    private static Guest.Answer bring(Guest staff, Language language, byte[] file) {
        return staff.at(here(language)).bring(here(language), WORDS, "file", file);
    }

    private static Guest.Answer pass(Guest staff, String looks) {
        return staff.post(
                looks, "face", "yes", "text", "yes", "where", "yes", "known", "yes", "verdict",
                "pass");
    }

    private static Guest.Answer unasked(Guest staff, String looks) {
        return staff.postUnasked(
                looks, "face", "yes", "text", "yes", "where", "yes", "known", "yes", "verdict",
                "pass");
    }

    private String hash() {
        return Await.value(photographs.of(SLUG).next()).photograph().hash();
    }

    private boolean isPublic(String hash) {
        return new Guest(port).get("/photographs/" + hash + ".jpg").status() == 200;
    }

    private String product() {
        Await.done(shelf.refresh());
        return new Guest(port).get("/en/products/" + SLUG).page();
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }
}
