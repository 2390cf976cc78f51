package org.lfnkr.zabuton.approvals;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Approvals, and how they are decided. */
@Repository
class ApprovalStore {

    private final DatabaseClient database;

    ApprovalStore(DatabaseClient database) {
        this.database = database;
    }

    /** A new one that waits. */
    Mono<Void> add(
            UUID id,
            Approvable kind,
            UUID subject,
            Bilingual title,
            Content content,
            UUID proposer,
            String reason,
            Instant at) {
        return database.sql(
                        """
                        insert into approvals.approval
                            (id, kind, subject, title_en, title_ja, content, content_hash,
                             proposer, reason, proposed_at, ends_at)
                        values (:id, :kind, :subject, :english, :japanese, :content, :hash,
                                :proposer, :reason, :at, :end)
                        """)
                .bind("id", id)
                .bind("kind", kind.kind())
                .bind("subject", subject)
                .bind("english", title.en())
                .bind("japanese", title.ja())
                .bind("content", content.bytes())
                .bind("hash", content.hash())
                .bind("proposer", proposer)
                .bind("reason", reason)
                .bind("at", at)
                .bind("end", at.plus(Approvals.WAITS))
                .then();
    }

    Mono<Approval> find(UUID id) {
        return database.sql("select * from approvals.approval where id = :id")
                .bind("id", id)
                .map(ApprovalStore::approval)
                .one();
    }

    /** Whoever decides on it next waits. */
    Mono<Approval> lock(UUID id) {
        return database.sql("select * from approvals.approval where id = :id for update")
                .bind("id", id)
                .map(ApprovalStore::approval)
                .one();
    }

    /** What waits of a kind and a subject; whoever decides on it next waits. */
    Mono<Approval> lockWaiting(String kind, UUID subject) {
        return database.sql(
                        """
                        select * from approvals.approval
                        where kind = :kind and subject = :subject and state = 'WAITING' for update
                        """)
                .bind("kind", kind)
                .bind("subject", subject)
                .map(ApprovalStore::approval)
                .one();
    }

    /** What waits of a kind, the first proposed first. */
    Flux<Approval> waiting(String kind) {
        return database.sql(
                        """
                        select * from approvals.approval
                        where kind = :kind and state = 'WAITING' order by number
                        """)
                .bind("kind", kind)
                .map(ApprovalStore::approval)
                .all();
    }

    /** The last of a kind about a subject, whatever was decided on it. */
    Mono<Approval> last(String kind, UUID subject) {
        return database.sql(
                        """
                        select * from approvals.approval
                        where subject = :subject and kind = :kind order by number desc limit 1
                        """)
                .bind("kind", kind)
                .bind("subject", subject)
                .map(ApprovalStore::approval)
                .one();
    }

    /** That nobody decides on it any more. */
    Mono<Void> end(UUID id, Approval.State state, Instant at) {
        return database.sql(
                        """
                        update approvals.approval set state = :state, decided_at = :at where id = :id
                        """)
                .bind("state", state.name())
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    Mono<Void> approve(UUID id, UUID approver, Instant at) {
        return database.sql(
                        """
                        update approvals.approval
                        set state = 'APPROVED', decided_at = :at, approver = :approver where id = :id
                        """)
                .bind("at", at)
                .bind("approver", approver)
                .bind("id", id)
                .then();
    }

    Mono<Void> refuse(UUID id, UUID refuser, String why, Instant at) {
        return database.sql(
                        """
                        update approvals.approval
                        set state = 'REFUSED', decided_at = :at, refuser = :refuser, refusal = :why
                        where id = :id
                        """)
                .bind("at", at)
                .bind("refuser", refuser)
                .bind("why", why)
                .bind("id", id)
                .then();
    }

    static Approval approval(Readable row) {
        UUID approver = row.get("approver", UUID.class);
        return new Approval(
                Row.uuid(row, "id"),
                Row.whole(row, "number"),
                Row.text(row, "kind"),
                Row.uuid(row, "subject"),
                new Bilingual(Row.text(row, "title_en"), Row.text(row, "title_ja")),
                new Content(Row.need(row, "content", byte[].class)),
                Row.uuid(row, "proposer"),
                Row.text(row, "reason"),
                Row.instant(row, "proposed_at"),
                Row.instant(row, "ends_at"),
                Approval.State.valueOf(Row.text(row, "state")),
                approver == null ? row.get("refuser", UUID.class) : approver,
                row.get("decided_at", Instant.class),
                orEmpty(row.get("refusal", String.class)));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
