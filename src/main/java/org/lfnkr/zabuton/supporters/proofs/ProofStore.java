package org.lfnkr.zabuton.supporters.proofs;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.EmailIndex;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.web.WayBack;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

@Component
class ProofStore {

    private static final String COLUMNS =
            " id, purpose, subject_id, address_index, way_back, asked_by, begun_at, ends_at ";

    private final DatabaseClient database;

    ProofStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Proof proof, Secret browser, Secret token, byte[] codeHash) {
        GenericExecuteSpec insert =
                database.sql(
                        """
                        insert into supporters.proof
                            (id, purpose, subject_id, address_index, browser_hash, token_hash,
                             code_hash, way_back, asked_by, begun_at, ends_at)
                        values (:id, :purpose, :subject, :address, :browser, :token,
                             :code, :back, :askedBy, :begin, :end)
                        """);
        return bind(insert, "askedBy", proof.askedBy())
                .bind("id", proof.id())
                .bind("purpose", proof.purpose().name())
                .bind("subject", proof.subject().value())
                .bind("address", proof.addressIndex())
                .bind("browser", browser.hash())
                .bind("token", token.hash())
                .bind("code", codeHash)
                .bind("back", proof.wayBack().path())
                .bind("begin", proof.begunAt())
                .bind("end", proof.endsAt())
                .then();
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable SupporterId id) {
        return id == null ? spec.bindNull(name, UUID.class) : spec.bind(name, id.value());
    }

    Mono<Proof> find(UUID id) {
        return database.sql("select" + COLUMNS + "from supporters.proof where id = :id")
                .bind("id", id)
                .map(ProofStore::toProof)
                .one();
    }

    /** Takes a link's proof, which can be taken once. */
    Mono<Proof> takeByLink(Set<ProofPurpose> purposes, Secret token, Instant now) {
        return database.sql(
                        """
                        update supporters.proof set proved_at = :now
                        where token_hash = :token and purpose = any(:purposes)
                          and proved_at is null and ends_at > :now
                        returning
                        """
                                + COLUMNS)
                .bind("token", token.hash())
                .bind("purposes", names(purposes))
                .bind("now", now)
                .map(ProofStore::toProof)
                .one();
    }

    /**
     * Counts a try at the code of the proof that this browser asked for last, before anybody knows
     * whether it is right.
     */
    Mono<UUID> countTry(Secret browser, Set<ProofPurpose> purposes, Instant now) {
        return database.sql(
                        """
                        update supporters.proof set tries = tries + 1
                        where tries < 5 and id = (
                            select id from supporters.proof
                            where browser_hash = :browser and purpose = any(:purposes)
                              and proved_at is null and ends_at > :now
                            order by begun_at desc limit 1 for update)
                        returning id
                        """)
                .bind("browser", browser.hash())
                .bind("purposes", names(purposes))
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    /** Takes a proof by its code; empty where the code is wrong. */
    Mono<Proof> takeByCode(UUID id, byte[] codeHash, Instant now) {
        return database.sql(
                        """
                        update supporters.proof set proved_at = :now
                        where id = :id and code_hash = :code and proved_at is null
                        returning
                        """
                                + COLUMNS)
                .bind("id", id)
                .bind("code", codeHash)
                .bind("now", now)
                .map(ProofStore::toProof)
                .one();
    }

    /** Whether this browser proved an address. */
    Mono<Boolean> isProved(Secret browser, EmailIndex address, Instant since) {
        return database.sql(
                        """
                        select exists (
                            select from supporters.proof
                            where browser_hash = :browser and proved_at >= :since
                              and address_index = any (select decode(candidate, 'hex') from unnest(cast(:addresses as text[])) as candidate))
                        """)
                .bind("browser", browser.hash())
                .bind("since", since)
                .bind("addresses", address.allAsHex())
                .mapValue(Boolean.class)
                .one();
    }

    Flux<Proof> over(Instant now, Instant provedBefore, int limit) {
        return database.sql(
                        "select"
                                + COLUMNS
                                + """
                                from supporters.proof
                                where ends_at <= :now and (proved_at is null or proved_at < :before)
                                order by ends_at limit :limit for update skip locked
                                """)
                .bind("now", now)
                .bind("before", provedBefore)
                .bind("limit", limit)
                .map(ProofStore::toProof)
                .all();
    }

    Flux<Proof> of(EmailIndex address) {
        return database.sql(
                        "select"
                                + COLUMNS
                                + """
                                from supporters.proof
                                where address_index = any (select decode(candidate, 'hex') from unnest(cast(:addresses as text[])) as candidate)
                                """)
                .bind("addresses", address.allAsHex())
                .map(ProofStore::toProof)
                .all();
    }

    Mono<Void> delete(UUID id) {
        return database.sql("delete from supporters.proof where id = :id").bind("id", id).then();
    }

    private static String[] names(Set<ProofPurpose> purposes) {
        return purposes.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Proof toProof(Readable row) {
        UUID askedBy = row.get("asked_by", UUID.class);
        return new Proof(
                Row.uuid(row, "id"),
                ProofPurpose.valueOf(Row.text(row, "purpose")),
                new SubjectId(Row.uuid(row, "subject_id")),
                Row.need(row, "address_index", byte[].class),
                new WayBack(Row.text(row, "way_back")),
                askedBy == null ? null : new SupporterId(askedBy),
                Row.instant(row, "begun_at"),
                Row.instant(row, "ends_at"));
    }
}
