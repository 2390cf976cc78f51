package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.BankFile;
import org.lfnkr.zabuton.banking.files.FileRow;
import org.lfnkr.zabuton.banking.files.Join;
import org.lfnkr.zabuton.banking.files.Joining;
import org.lfnkr.zabuton.banking.files.Reading;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Finds which rows of a file its account does not have yet. */
@Component
class NewRows {

    private final RowStore rows;
    private final Vault vault;

    NewRows(RowStore rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    /** What was found. */
    sealed interface Result {

        record Fresh(List<NewRow> rows) implements Result {}

        record Refused(Reading.Refused why) implements Result {}
    }

    Mono<Result> of(Brought brought) {
        RowIds ids = new RowIds(brought.account(), vault);
        return rows.places(brought.account())
                .map(places -> new FreshRows(ids, places))
                .flatMap(
                        fresh ->
                                brought.file().opening() == null
                                        ? counted(brought.file(), fresh)
                                        : joined(brought, fresh));
    }

    private Mono<Result> counted(BankFile file, FreshRows fresh) {
        List<Integer> nth = FreshRows.nth(file.rows());
        List<UUID> ids =
                IntStream.range(0, nth.size())
                        .boxed()
                        .flatMap(i -> fresh.ids().ids(file.rows().get(i), nth.get(i)).stream())
                        .toList();
        return rows.known(ids)
                .collectList()
                .map(known -> new Result.Fresh(fresh.of(file.rows(), nth, new HashSet<>(known))));
    }

    private Mono<Result> joined(Brought brought, FreshRows fresh) {
        List<FileRow> said = brought.file().rows();
        return rows.known(brought.account(), said.getFirst().day(), said.getLast().day())
                .collectList()
                .map(known -> joined(new Joining(known), brought.file(), fresh));
    }

    private static Result joined(Joining joining, BankFile file, FreshRows fresh) {
        return switch (joining.join(file)) {
            case Join.Joined joined -> new Result.Fresh(fresh.of(joined, joining.known()));
            case Join.Gap gap -> refused("gap", gap.ends().yen(), gap.begins().yen());
            case Join.Contradiction(int line) -> refused("contradiction", line);
        };
    }

    private static Result refused(String why, Object... arguments) {
        return new Result.Refused(new Reading.Refused("banking.file." + why, List.of(arguments)));
    }
}
