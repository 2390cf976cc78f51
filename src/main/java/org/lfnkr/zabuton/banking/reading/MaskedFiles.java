package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.reveals.Masked;
import org.lfnkr.zabuton.reveals.Part;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A file as it came, for whoever of the staff has a reason to open it. */
@Component
class MaskedFiles implements Masked {

    static final String KIND = "bankfile";

    private static final Charset OF_OFFICES = Charset.forName("windows-31j");

    private final BankFileStore files;
    private final FileSealing sealing;

    MaskedFiles(BankFileStore files, FileSealing sealing) {
        this.files = files;
        this.sealing = sealing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(Part.BANK);
    }

    @Override
    public Mono<SubjectId> owner(UUID file) {
        return files.find(file).map(KeptFile::subject);
    }

    @Override
    public Mono<List<Opened>> open(UUID file, Part part) {
        return files.find(file)
                .flatMap(sealing::open)
                .map(raw -> List.of(new Opened("banking.text.file", text(raw))));
    }

    private static String text(byte[] raw) {
        String utf8 = new String(raw, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : new String(raw, OF_OFFICES);
    }
}
