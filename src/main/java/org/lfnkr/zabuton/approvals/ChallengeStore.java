package org.lfnkr.zabuton.approvals;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.approvals.Signatories.Signature;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Challenges that wait for an answer, and the signatures that answered. */
@Repository
class ChallengeStore {

    private final DatabaseClient database;

    ChallengeStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Challenge challenge) {
        return database.sql(
                        """
                        insert into approvals.challenge (challenge, approval_id, approver, nonce, ends_at)
                        values (:challenge, :approval, :approver, :nonce, :end)
                        """)
                .bind("challenge", challenge.bytes())
                .bind("approval", challenge.approval())
                .bind("approver", challenge.approver())
                .bind("nonce", challenge.nonce())
                .bind("end", challenge.end())
                .then();
    }

    Mono<Void> sweep(Instant now) {
        return database.sql("delete from approvals.challenge where ends_at <= :now")
                .bind("now", now)
                .then();
    }

    /** Uses a challenge up; empty where it is too old, somebody else's, or was used before. */
    Mono<Challenge> take(byte[] challenge, UUID approver, Instant now) {
        return database.sql(
                        """
                        delete from approvals.challenge
                        where challenge = :challenge and approver = :approver and ends_at > :now
                        returning *
                        """)
                .bind("challenge", challenge)
                .bind("approver", approver)
                .bind("now", now)
                .map(ChallengeStore::challenge)
                .one();
    }

    private static Challenge challenge(Readable row) {
        return new Challenge(
                Row.need(row, "challenge", byte[].class),
                Row.uuid(row, "approval_id"),
                Row.uuid(row, "approver"),
                Row.need(row, "nonce", byte[].class),
                Row.instant(row, "ends_at"));
    }

    Mono<Void> keep(Challenge challenge, Signature signature, Instant at) {
        return database.sql(
                        """
                        insert into approvals.signature
                            (approval_id, approver, challenge, nonce, challenge_ends_at,
                             passkey, authenticator_data, client_data, signature, signed_at)
                        values (:approval, :approver, :challenge, :nonce, :end,
                                :passkey, :authenticator, :client, :signature, :at)
                        """)
                .bind("approval", challenge.approval())
                .bind("approver", challenge.approver())
                .bind("challenge", challenge.bytes())
                .bind("nonce", challenge.nonce())
                .bind("end", challenge.end())
                .bind("passkey", signature.passkey())
                .bind("authenticator", signature.authenticatorData())
                .bind("client", signature.clientData())
                .bind("signature", signature.signature())
                .bind("at", at)
                .then();
    }
}
