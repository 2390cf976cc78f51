package org.lfnkr.zabuton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.vault.KeyUpkeep;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A sealed file is opened by who may, for a reason, and for no longer than it is kept. */
@ModuleTest
class EvidencePageTests {

    private static final byte[] PDF = "%PDF-1.7 an invoice".getBytes(UTF_8);
    private static final byte[] HTML = "<html><script>alert(1)</script></html>".getBytes(UTF_8);

    @Autowired Evidence evidence;
    @Autowired EvidenceRetention retention;
    @Autowired WorkQueue queue;
    @Autowired KeyUpkeep keys;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @AfterEach
    void restore() {
        clock.reset();
    }

    private EvidenceId sealed(EvidenceKind kind, byte[] file, LocalDate on) {
        return switch (Await.value(
                evidence.seal(kind, Upload.of(file.clone()), on, UUID.randomUUID()))) {
            case SealResult.Sealed sealed -> sealed.id();
            case SealResult.Refused refused -> throw new AssertionError(refused.why());
        };
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private static String page(Language language, EvidenceId id) {
        return "/" + language.tag() + "/desk/evidence/" + id.value();
    }

    private long openings(EvidenceId id) {
        return Await.value(
                database.sql(
                                "select count(*) from audit.entry where action = 'evidence.opened'"
                                        + " and subject = :id")
                        .bind("id", id.value().toString())
                        .mapValue(Long.class)
                        .one());
    }

    @ParameterizedTest
    @EnumSource
    void whoOpensItSaysWhyAndLeavesATrace(Language language) {
        EvidenceId id = sealed(EvidenceKind.INVOICE, PDF, today());
        String here = page(language, id);
        Guest finance = new Guest(port).atDesk("FINANCE");

        Guest.Answer shown = finance.get(here);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.page())
                .contains(messages.text("evidence.kind.invoice", language))
                .contains(Upload.of(PDF).sha256())
                .doesNotContain("an invoice</", "??");
        assertThat(openings(id)).isZero();

        Guest.Answer opened = finance.post(here + "/openings", "reason", "comparing");
        assertThat(opened.result().getResponseBody()).isEqualTo(PDF);
        assertThat(openings(id)).isEqualTo(1);
        assertThat(finance.get(here).page())
                .contains(messages.text("audit.act.evidence.opened", language))
                .contains(messages.text("evidence.reason.comparing", language))
                .doesNotContain("??");
    }

    @Test
    void whoMayNotOpenItSeesWhatIsKnownOfItOnly() {
        EvidenceId id = sealed(EvidenceKind.PRICE, PDF, today());
        String here = page(Language.EN, id);
        Guest auditor = new Guest(port).atDesk("VIEWER");

        assertThat(auditor.get(here).page())
                .contains("Proof of a price")
                .doesNotContain("/openings", "/pictures");
        assertThat(auditor.postUnasked(here + "/openings", "reason", "audit").status())
                .isEqualTo(403);
        Guest finance = new Guest(port).atDesk("FINANCE");
        assertThat(finance.postUnasked(here + "/openings", "reason", "curious").status())
                .isEqualTo(404);
        assertThat(finance.postUnasked(here + "/openings").status()).isEqualTo(404);
        assertThat(openings(id)).isZero();
        assertThat(new Guest(port).get(here).status()).isEqualTo(303);
    }

    /** Whatever is in it: nothing runs, nothing is loaded, nothing is kept on the way. */
    @Test
    void whatIsHostileHarmsNobody() {
        assertSafe(sealed(EvidenceKind.BANK_FILE, HTML, today()), "attachment", "octet-stream");
        assertSafe(sealed(EvidenceKind.GROUND, PDF, today()), "attachment", "application/pdf");
        byte[] polyglot = BroughtFiles.polyglot(BroughtFiles.jpeg(400, 400));
        assertSafe(sealed(EvidenceKind.DELIVERY, polyglot, today()), "inline", "image/jpeg");
    }

    private void assertSafe(EvidenceId id, String how, String type) {
        String here = page(Language.EN, id);
        Guest.Answer opened =
                new Guest(port)
                        .atDesk("APPROVER")
                        .at(here)
                        .post(here + "/openings", "reason", "blackening");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.header("Content-Disposition")).startsWith(how);
        assertThat(opened.header("Content-Type")).contains(type);
        assertThat(opened.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
        assertThat(opened.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src", "allow-");
    }

    @Test
    void overwritesInMemoryWhatItSealed() {
        byte[] file = PDF.clone();
        Await.value(
                evidence.seal(EvidenceKind.GROUND, Upload.of(file), today(), UUID.randomUUID()));

        assertThat(file).containsOnly(0);
    }

    @Test
    void liesNowhereInClear() {
        sealed(EvidenceKind.INVOICE, "%PDF- of Suzuki shoten".getBytes(UTF_8), today());

        String all =
                Await.value(
                        database.sql(
                                        "select string_agg(encode(sealed, 'escape'), '') from vault.box")
                                .mapValue(String.class)
                                .one());
        assertThat(all).doesNotContain("Suzuki");
    }

    /** On its last day it opens; in the night after, its key is given up. */
    @Test
    void isDestroyedWhenItsTimeIsOver() {
        EvidenceId id = sealed(EvidenceKind.DELIVERY, PDF, today().minusYears(10));
        EvidenceId younger = sealed(EvidenceKind.DELIVERY, PDF, today().minusYears(10).plusDays(2));
        String here = page(Language.EN, id);
        Await.value(queue.drain(retention));
        assertThat(Await.value(evidence.find(id)).isKept()).isTrue();

        clock.advance(Duration.ofDays(1));
        Await.value(queue.drain(retention));
        while (Await.value(keys.destroyKeys()) > 0) {
            assertThat(id).isNotNull();
        }

        Guest finance = new Guest(port).atDesk("FINANCE");
        assertThat(finance.get(here).page())
                .contains("This file was destroyed", "Destroyed evidence")
                .doesNotContain("/openings", "??");
        assertThat(finance.postUnasked(here + "/openings", "reason", "audit").status())
                .isEqualTo(404);
        assertThat(destroyedKey(id)).isTrue();
        assertThat(Await.value(evidence.find(younger)).isKept()).isTrue();
        assertThat(destroyedKey(younger)).isFalse();
    }

    private boolean destroyedKey(EvidenceId id) {
        return Await.value(
                database.sql(
                                "select key_destroyed_at is not null as gone from vault.subject s"
                                        + " join evidence.file f on f.subject_id = s.id"
                                        + " where f.id = :id")
                        .bind("id", id.value())
                        .mapValue(Boolean.class)
                        .one());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Guest finance = new Guest(port).atDesk("FINANCE");

        assertThat(finance.get("/en/desk/evidence/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(finance.get("/en/desk/evidence/nothing").status()).isEqualTo(404);
        assertThat(new Guest(port).get("/evidence/" + "0".repeat(64) + ".jpg").status())
                .isEqualTo(404);
    }

    static String body(Guest.Answer answer) {
        return new String(Objects.requireNonNull(answer.result().getResponseBody()), ISO_8859_1);
    }
}
