package org.lfnkr.zabuton.catalog.photographs;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.pictures.Redrawing;
import org.lfnkr.zabuton.web.Parts;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A picture as the form brings it, with its words.
 *
 * @param file empty where none was chosen
 */
record BroughtPicture(String en, String ja, byte[] file) {

    static final String FILE = "file";
    private static final String EN = "altEn";
    private static final String JA = "altJa";
    private static final int LONGEST = 250;

    static Mono<BroughtPicture> read(MultiValueMap<String, Part> parts) {
        return bytes(parts.getFirst(FILE))
                .map(file -> new BroughtPicture(text(parts, EN), text(parts, JA), file));
    }

    private static Mono<byte[]> bytes(@Nullable Part part) {
        return part == null
                ? Mono.just(new byte[0])
                : DataBufferUtils.join(part.content(), Redrawing.MOST_BYTES + 1)
                        .map(BroughtPicture::bytes)
                        .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String text(MultiValueMap<String, Part> parts, String name) {
        return Typed.line(Parts.typed(parts, name));
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        if (file.length == 0) {
            found.add(Problem.of(FILE, "catalog.picture.file.none"));
        }
        word(JA, ja, found);
        word(EN, en, found);
        return found;
    }

    private static void word(String field, String typed, List<Problem> found) {
        if (typed.isEmpty()) {
            found.add(Problem.of(field, "web.wrong.empty"));
        } else if (Typed.length(typed) > LONGEST) {
            found.add(Problem.of(field, "web.wrong.long", LONGEST));
        }
    }

    NewPhotograph of(String slug) {
        return new NewPhotograph(slug, new Bilingual(en, ja), file);
    }

    /** As the form shows it again; a file has to be chosen anew. */
    Map<String, String> values() {
        return Map.of(EN, en, JA, ja);
    }
}
