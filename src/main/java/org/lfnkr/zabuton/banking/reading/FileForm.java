package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.FileReading;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A file as the form brings it, in memory only.
 *
 * @param file empty where none was chosen
 * @param heavy whether it is larger than may be read
 */
record FileForm(UUID account, byte[] file, boolean heavy) {

    private static final String FILE = "file";
    private static final String ACCOUNT = "account";
    private static final byte[] NOTHING = {};

    static Mono<FileForm> read(MultiValueMap<String, Part> parts) {
        UUID account = Slice.id(Parts.typed(parts, ACCOUNT));
        return Parts.file(parts, FILE, FileReading.MOST_BYTES)
                .map(file -> new FileForm(account, file, false))
                .onErrorResume(
                        DataBufferLimitException.class,
                        heavy -> Mono.just(new FileForm(account, NOTHING, true)));
    }

    List<Problem> problems() {
        if (heavy) {
            return List.of(Problem.of(FILE, "banking.read.file.heavy"));
        }
        return file.length == 0 ? List.of(Problem.of(FILE, "banking.read.file.none")) : List.of();
    }

    /** As the form shows it again; the file has to be chosen anew. */
    Map<String, String> values() {
        return Map.of(ACCOUNT, account.toString());
    }
}
