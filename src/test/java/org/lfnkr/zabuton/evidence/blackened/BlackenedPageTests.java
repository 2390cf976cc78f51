package org.lfnkr.zabuton.evidence.blackened;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceId;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What everybody sees of evidence was in the hands of two, and can be taken back by one. */
@ModuleTest
@Import(StaffSamples.class)
class BlackenedPageTests {

    private static final List<String> CHECKS = List.of("face", "name", "shop", "place", "writing");

    @Autowired StaffSamples samples;
    @Autowired Evidence evidence;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @LocalServerPort int port;

    /** No two pictures of this class are the same: each is public for its own file only. */
    private static int width = 800;

    private Signer approver;
    private Guest finance;
    private EvidenceId id;

    @BeforeEach
    void brought() {
        approver = samples.signer(port, Role.APPROVER);
        finance = new Guest(port).atDesk("FINANCE");
        Upload file = Upload.of("%PDF-1.7 of a delivery".getBytes(UTF_8));
        id =
                ((SealResult.Sealed)
                                Await.value(
                                        evidence.seal(
                                                EvidenceKind.DELIVERY,
                                                file,
                                                LocalDate.of(2026, 4, 1),
                                                UUID.randomUUID())))
                        .id();
    }

    private String here(Language language) {
        return "/" + language.tag() + "/desk/evidence/" + id.value();
    }

    private Guest.Answer bring(byte[] picture) {
        String here = here(Language.EN);
        return finance.at(here).bring(here + "/pictures", Map.of(), "file", picture);
    }

    private String hash() {
        return one(
                "select hash from evidence.picture where file_id = '"
                        + id.value()
                        + "' order by brought_at desc limit 1");
    }

    private String approval(Language language) {
        return "/"
                + language.tag()
                + "/desk/approvals/"
                + one(
                        "select a.id::text from approvals.approval a join evidence.picture p"
                                + " on p.id = a.subject where p.file_id = '"
                                + id.value()
                                + "' order by a.number desc limit 1");
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private Guest.Answer sign(String approval, List<String> checks) {
        String page = approver.guest().get(approval).html();
        List<String> sent = new ArrayList<>();
        approver.guest()
                .offered(approval + "/signatures")
                .fields()
                .forEach((name, values) -> values.forEach(value -> add(sent, name, value)));
        add(sent, "answer", approver.passkey().show(Signer.options(page)));
        checks.forEach(check -> add(sent, "check", check));
        return approver.guest().postUnasked(approval + "/signatures", sent.toArray(String[]::new));
    }

    private static void add(List<String> sent, String name, String value) {
        if (!value.isEmpty() && !name.equals("_csrf")) {
            sent.add(name);
            sent.add(value);
        }
    }

    private int seenByAnybody(String hash) {
        return new Guest(port).get("/evidence/" + hash + ".jpg").status();
    }

    @ParameterizedTest
    @EnumSource
    void oneBringsItAnotherLooksForEachThingAndSignsAndItIsPublic(Language language) {
        Guest.Answer led = bring(BroughtFiles.fromCamera(width++, 600, 1));
        assertThat(finance.follow(led).page()).contains("waits for a second person");
        String hash = hash();
        assertThat(seenByAnybody(hash)).isEqualTo(404);
        String approval = approval(language);
        String own = here(language) + "/pictures/" + hash + ".jpg";
        assertThat(approver.guest().get(approval).page())
                .contains(own, hash)
                .contains(messages.text("evidence.picture.no.face", language))
                .contains(messages.text("evidence.picture.no.writing", language))
                .contains("not-seen=face,name,shop,place,writing")
                .doesNotContain("??");
        Guest.Answer looked = approver.guest().get(own);
        assertThat(looked.header("Cache-Control")).contains("no-store");
        assertThat(finance.get(here(language)).page())
                .contains(messages.text("audit.act.evidence.picture-looked-at", language))
                .doesNotContain("src=\"" + own);

        assertThat(sign(approval, List.of()).status()).isEqualTo(422);
        for (String missing : CHECKS) {
            List<String> all = CHECKS.stream().filter(it -> !it.equals(missing)).toList();
            Guest.Answer unticked = sign(approval, all);
            assertThat(unticked.status()).as(missing).isEqualTo(422);
            assertThat(unticked.page()).contains(messages.text("approvals.look.missing", language));
        }
        assertThat(seenByAnybody(hash)).isEqualTo(404);

        assertThat(approver.guest().follow(sign(approval, CHECKS)).page())
                .contains(messages.text("approvals.told.approved", language));

        Guest.Answer shown = new Guest(port).get("/evidence/" + hash + ".jpg");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.result().getResponseBody()).isEqualTo(looked.result().getResponseBody());
        assertThat(new String(Objects.requireNonNull(shown.result().getResponseBody()), ISO_8859_1))
                .doesNotContain("Exif", BroughtFiles.SECRET);
        assertThat(Upload.of(Objects.requireNonNull(shown.result().getResponseBody())).sha256())
                .isEqualTo(hash);
        assertThat(Await.value(evidence.find(id)).picture()).isEqualTo(hash);
        assertThat(finance.get(here(language)).page())
                .contains(messages.text("evidence.picture.shown", language))
                .contains("/evidence/" + hash + ".jpg")
                .doesNotContain("??");
    }

    /** Whoever brought it reads why on the page of the file, and brings another. */
    @Test
    void whatIsRefusedIsSaidWhereItWasBrought() {
        bring(BroughtFiles.jpeg(width++, 600));
        String approval = approval(Language.EN);
        String why = "The name of the shop shows through";

        approver.guest().at(approval).post(approval + "/refusals", "why", why);

        assertThat(finance.get(here(Language.EN)).page())
                .contains("Refused: bring another", why)
                .doesNotContain(messages.text("evidence.picture.waiting", Language.EN));
        assertThat(finance.get(here(Language.JA)).page()).contains(why).doesNotContain("??", "{0}");
        bring(BroughtFiles.jpeg(width++, 600));
        assertThat(finance.get(here(Language.EN)).page())
                .contains(messages.text("evidence.picture.waiting", Language.EN))
                .doesNotContain(why);
    }

    @Test
    void eitherTakesItBackAtOnce() {
        bring(BroughtFiles.jpeg(width++, 600));
        String hash = hash();
        sign(approval(Language.EN), CHECKS);
        assertThat(seenByAnybody(hash)).isEqualTo(200);
        String here = here(Language.EN);
        String removals = here + "/pictures/" + hash + "/removals";

        Guest.Answer led = finance.at(here).post(removals);

        assertThat(finance.follow(led).page()).contains("not public any more");
        assertThat(seenByAnybody(hash)).isEqualTo(404);
        assertThat(finance.follow(finance.postUnasked(removals)).page())
                .contains("taken back before");
        assertThat(Await.value(evidence.find(id)).picture()).isNull();
        assertThat(
                        one(
                                "select count(*)::text from evidence.picture where jpeg is not null and file_id = '"
                                        + id.value()
                                        + "'"))
                .isEqualTo("0");
    }

    /** What was signed for is these bytes: with others, the signature is worth nothing. */
    @Test
    void anotherPictureMakesTheSignatureStale() {
        bring(BroughtFiles.jpeg(width++, 600));
        String first = hash();
        String approval = approval(Language.EN);
        approver.guest().get(approval);
        bring(BroughtFiles.jpeg(600, width++));
        String second = hash();
        assertThat(second).isNotEqualTo(first);

        assertThat(approver.guest().get(approval).page()).doesNotContain("/signatures\"");
        assertThat(seenByAnybody(first)).isEqualTo(404);
        sign(approval(Language.EN), CHECKS);
        assertThat(seenByAnybody(second)).isEqualTo(200);
        assertThat(seenByAnybody(first)).isEqualTo(404);
    }

    @Test
    void theNextOneTakesThePlaceOfTheFirst() {
        bring(BroughtFiles.jpeg(width++, 600));
        String first = hash();
        sign(approval(Language.EN), CHECKS);
        bring(BroughtFiles.jpeg(600, width++));
        assertThat(seenByAnybody(first)).isEqualTo(200);

        sign(approval(Language.EN), CHECKS);

        assertThat(seenByAnybody(first)).isEqualTo(404);
        assertThat(seenByAnybody(hash())).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoPictureAndKeepsNothing() {
        for (byte[] file :
                new byte[][] {
                    "%PDF-1.7".getBytes(UTF_8), new byte[0], BroughtFiles.jpeg(100, 100)
                }) {
            Guest.Answer refused = bring(file);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page()).doesNotContain("??");
        }
        assertThat(
                        one(
                                "select count(*)::text from evidence.picture where file_id = '"
                                        + id.value()
                                        + "'"))
                .isEqualTo("0");
    }

    /** What no memory should hold is refused as such, and written down nowhere. */
    @Test
    void whatIsMuchTooLargeIsRefused() {
        assertThat(bring(new byte[32 * 1024 * 1024]).status()).isBetween(400, 499);
    }
}
