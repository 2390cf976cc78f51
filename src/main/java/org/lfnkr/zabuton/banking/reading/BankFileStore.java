package org.lfnkr.zabuton.banking.reading;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.files.BankFile;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Repository
class BankFileStore {

    private static final String SELECT =
            """
            select f.*, a.label,
                   (select count(*) from banking.row r where r.file = f.id and r.open) as open
            from banking.file f join banking.account a on a.id = f.account
            """;

    private static final String LIST =
            SELECT
                    + """
                    where (f.read_at, f.id)
                        < (coalesce((select read_at from banking.file where id = :after), 'infinity'), :after)
                    order by f.read_at desc, f.id desc limit :most
                    """;

    private static final String ADD =
            """
            insert into banking.file (id, account, digest, subject, rows, fresh, first_day, last_day, came, went,
                opening, closing, read_by, read_at)
            values (:id, :account, :digest, :subject, :rows, :fresh, :first, :last, :came, :went,
                :opening, :closing, :by, :at)
            """;

    private final DatabaseClient database;

    BankFileStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One page and one more, the latest first.
     *
     * @param after the file that stood last on the page before; any other id begins
     */
    Flux<KeptFile> list(UUID after) {
        return database.sql(LIST)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(KeptFile::of)
                .all();
    }

    Mono<KeptFile> find(UUID id) {
        return database.sql(SELECT + " where f.id = :id").bind("id", id).map(KeptFile::of).one();
    }

    /** Whether these very bytes were read of the account. */
    Mono<Boolean> isKnown(UUID account, byte[] digest) {
        return database.sql(
                        """
                        select exists (
                            select from banking.file where account = :account and digest = :digest)
                        """)
                .bind("account", account)
                .bind("digest", digest)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> add(Brought brought, byte[] digest, SubjectId subject, int fresh, Instant at) {
        BankFile file = brought.file();
        return database.sql(ADD)
                .bind("id", brought.id())
                .bind("account", brought.account())
                .bind("digest", digest)
                .bind("subject", subject.value())
                .bind("rows", file.rows().size())
                .bind("fresh", fresh)
                .bind("first", file.from())
                .bind("last", file.until())
                .bind("came", file.came().yen())
                .bind("went", file.left().yen())
                .bind("opening", yen(file.opening()))
                .bind("closing", yen(file.closing()))
                .bind("by", brought.by())
                .bind("at", at)
                .then();
    }

    private static Parameter yen(@Nullable Money money) {
        return Parameters.in(R2dbcType.BIGINT, money == null ? null : money.yen());
    }

    /** Those whose last day is before that one, and which are kept still. */
    Flux<KeptFile> over(LocalDate day, int most) {
        return database.sql(
                        SELECT
                                + " where f.last_day < :day and f.forgotten_at is null"
                                + " order by f.last_day limit :most")
                .bind("day", day)
                .bind("most", most)
                .map(KeptFile::of)
                .all();
    }

    Mono<Void> setForgotten(UUID id, Instant at) {
        return database.sql("update banking.file set forgotten_at = :at where id = :id")
                .bind("id", id)
                .bind("at", at)
                .then();
    }
}
