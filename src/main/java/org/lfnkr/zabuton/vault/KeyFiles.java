package org.lfnkr.zabuton.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file for each key, which is whole on the disk before it is heard of, and overwritten there when
 * it is destroyed. An empty file is the sign that a key was destroyed. All calls block.
 *
 * @param root a directory that exists
 */
record KeyFiles(Path root) {

    private static final String ID = "id";
    private static final String KEY = ".key";

    /** Tells one directory of keys from another; made at the first call. */
    UUID id() throws IOException {
        Path file = root.resolve(ID);
        if (Files.notExists(file)) {
            replace(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return UUID.fromString(Files.readString(file));
    }

    void write(SubjectId subject, byte[] wrapped) throws IOException {
        replace(of(subject), wrapped);
    }

    /**
     * @return no byte where the key was destroyed; empty where it never was here, or was lost
     */
    Optional<byte[]> read(SubjectId subject) throws IOException {
        Path file = of(subject);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void destroy(SubjectId subject) throws IOException {
        try (FileChannel channel = FileChannel.open(of(subject), CREATE, WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size()));
            channel.force(true);
            channel.truncate(0).force(true);
        }
    }

    /** Whose keys were destroyed; to be closed. */
    Stream<SubjectId> destroyed() throws IOException {
        return Files.find(root, 1, (file, is) -> is.isRegularFile() && is.size() == 0)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(KEY))
                .map(name -> name.substring(0, name.length() - KEY.length()))
                .map(name -> new SubjectId(UUID.fromString(name)));
    }

    private Path of(SubjectId subject) {
        return root.resolve(subject.value() + KEY);
    }

    private void replace(Path file, byte[] content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(whole, CREATE, TRUNCATE_EXISTING, WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** A new name may be lost in a crash while its directory is in memory only; not on Windows. */
    private void sync() throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(root, READ)) {
                channel.force(true);
            }
        }
    }
}
