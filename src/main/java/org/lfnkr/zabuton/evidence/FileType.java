package org.lfnkr.zabuton.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a file is by its first bytes, whatever it is called and its browser says. */
public enum FileType {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    /** Anything else: never shown, only handed out. */
    OTHER("application/octet-stream", "bin", "");

    private final String mediaType;
    private final String ending;
    private final byte[] beginning;

    FileType(String mediaType, String ending, String beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginning = beginning.getBytes(ISO_8859_1);
    }

    static FileType of(byte[] file) {
        return Stream.of(values()).filter(type -> type.begins(file)).findFirst().orElse(OTHER);
    }

    private boolean begins(byte[] file) {
        return file.length > beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    String mediaType() {
        return mediaType;
    }

    /** Of the name under which it is handed out. */
    String ending() {
        return ending;
    }

    /** Whether a browser may show it: a picture runs nothing. */
    boolean isPicture() {
        return this == JPEG || this == PNG;
    }
}
