package org.lfnkr.zabuton.evidence;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file as it is sent to a browser: kept by nobody on the way, of the type that we found in it,
 * and in a box of its own, so that nothing in it runs, loads or acts in our name. A browser shows a
 * picture; all else it saves.
 */
final class HandedOut {

    private static final String BOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private HandedOut() {}

    static ResponseEntity<byte[]> of(EvidenceView file, byte[] content) {
        FileType type = file.type();
        ContentDisposition.Builder how =
                type.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", how.filename(name(file)).build().toString())
                .header("Content-Security-Policy", BOX)
                .body(content);
    }

    /** Says nothing that the file's page doesn't. */
    private static String name(EvidenceView file) {
        return "evidence-"
                + file.id().value().toString().substring(0, 8)
                + "."
                + file.type().ending();
    }
}
