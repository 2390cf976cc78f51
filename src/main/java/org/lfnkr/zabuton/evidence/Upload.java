package org.lfnkr.zabuton.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Mono;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file as a form brings it, in memory only and for as long as it is used. Neither its name nor
 * the type that a browser gives it is looked at.
 */
public final class Upload {

    /** 10 MB: a scanned invoice of many pages, or what a telephone photographs. */
    public static final int MOST_BYTES = 10_000_000;

    private final byte[] bytes;
    private final FileType type;

    private Upload(byte[] bytes) {
        this.bytes = bytes;
        this.type = FileType.of(bytes);
    }

    /** Of bytes that no form brings; {@link Evidence#seal} overwrites them. */
    public static Upload of(byte[] bytes) {
        return new Upload(bytes);
    }

    /**
     * Reads a form's file, lets it be used, and overwrites it in memory, however that ends.
     *
     * @param name of the form's field; where none was chosen the upload is refused as {@link
     *     UploadRefusal#NONE}
     */
    public static <T> Mono<T> read(
            MultiValueMap<String, Part> parts, String name, Function<Upload, Mono<T>> use) {
        return bytes(parts.getFirst(name))
                .flatMap(bytes -> Mono.using(() -> new Upload(bytes), use, Upload::wipe));
    }

    private static Mono<byte[]> bytes(@Nullable Part part) {
        return part == null
                ? Mono.just(new byte[0])
                : DataBufferUtils.join(part.content())
                        .map(Upload::bytes)
                        .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** Why it can't be evidence of a kind; empty where it can. */
    public Optional<UploadRefusal> refusal(EvidenceKind kind) {
        if (bytes.length == 0) {
            return Optional.of(UploadRefusal.NONE);
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of(UploadRefusal.TOO_HEAVY);
        }
        return kind.takes(type) ? Optional.empty() : Optional.of(UploadRefusal.OTHER_TYPE);
    }

    /** As it was brought; not to be kept, and zeros once it is sealed. */
    public byte[] bytes() {
        return bytes;
    }

    public FileType type() {
        return type;
    }

    /** Of its content, in hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }
}
