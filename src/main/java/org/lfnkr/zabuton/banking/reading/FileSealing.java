package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.RowText;
import org.lfnkr.zabuton.banking.files.FileRow;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a file and what it says of payers into the vault, under a key of the file's own. */
@Component
class FileSealing {

    private final Vault vault;

    FileSealing(Vault vault) {
        this.vault = vault;
    }

    /** Where the file itself lies. */
    private static String place(UUID file) {
        return "banking.file/" + file;
    }

    Mono<SubjectId> seal(Brought brought, List<NewRow> rows) {
        Map<String, String> texts = new HashMap<>();
        texts.put(place(brought.id()), Base64.getEncoder().encodeToString(brought.raw()));
        rows.forEach(row -> texts.put(RowText.place(row.id()), text(row.row())));
        return vault.open().delayUntil(subject -> vault.sealAll(subject, texts));
    }

    private static String text(FileRow row) {
        return new RowText(row.payer(), row.note()).sealed();
    }

    /** The file as it came; empty once it is forgotten. */
    Mono<byte[]> open(KeptFile file) {
        return vault.reveal(file.subject(), place(file.id())).map(Base64.getDecoder()::decode);
    }

    Mono<Void> forget(KeptFile file) {
        return vault.erase(file.subject());
    }
}
