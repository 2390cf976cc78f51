package org.lfnkr.zabuton.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceKind;
import org.lfnkr.zabuton.evidence.SealResult;
import org.lfnkr.zabuton.evidence.Upload;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Papers that name somebody: an invoice, a file of the bank, and a picture whose maker left the
 * name beside what can be seen.
 */
final class MarkedEvidence {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final MarkedPerson named = MarkedPerson.many(1).getFirst();
    private final Evidence evidence;
    private final Guest staff;

    MarkedEvidence(Evidence evidence, Guest staff) {
        this.evidence = evidence;
        this.staff = staff;
    }

    List<String> marks() {
        return named.marks();
    }

    /** Sealed, opened again at the desk, and given a picture that waits for a second person. */
    void live() {
        String words = String.join(" ", named.marks());
        for (EvidenceKind kind : EvidenceKind.values()) {
            String paper = "%PDF-1.7 " + words;
            String page = "/ja/desk/evidence/" + sealed(kind, paper.getBytes(UTF_8));
            Guest.Answer opened = staff.at(page).post(page + "/openings", "reason", "audit");
            if (!paper.equals(text(opened))) {
                throw new AssertionError("Not what was sealed");
            }
            byte[] picture = BroughtFiles.commented(BroughtFiles.jpeg(1_000, 1_500), words);
            Guest.Answer brought =
                    staff.at(page).bring(page + "/pictures", Map.of(), "file", picture);
            if (brought.status() != 303) {
                throw new AssertionError("Not brought: " + brought.status());
            }
        }
    }

    private static String text(Guest.Answer answer) {
        return new String(Objects.requireNonNull(answer.result().getResponseBody()), UTF_8);
    }

    private UUID sealed(EvidenceKind kind, byte[] paper) {
        return ((SealResult.Sealed)
                        Await.value(evidence.seal(kind, Upload.of(paper), DAY, UUID.randomUUID())))
                .id()
                .value();
    }
}
