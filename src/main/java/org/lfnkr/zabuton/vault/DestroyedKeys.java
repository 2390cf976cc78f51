package org.lfnkr.zabuton.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The signs of the keys that were destroyed in one folder: sixteen random bytes each, which stay.
 * They tell an erased person from a lost key. All calls block.
 *
 * @param file where they stand one after the other; a half one at its end was cut off by a crash
 * @param lock which nobody opens for anything else: closing a file gives up its locks
 */
record DestroyedKeys(Path file, Path lock) {

    private static final int LENGTH = 2 * Long.BYTES;

    /** A lock of the operating system holds off other nodes, not other threads of this one. */
    private static final Object TURN = new Object();

    boolean contains(SubjectId subject) throws IOException {
        return all().contains(subject);
    }

    List<SubjectId> all() throws IOException {
        ByteBuffer signs = ByteBuffer.wrap(read());
        return IntStream.range(0, signs.remaining() / LENGTH)
                .mapToObj(i -> new SubjectId(new UUID(signs.getLong(), signs.getLong())))
                .toList();
    }

    private byte[] read() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException noneWasDestroyed) {
            return new byte[0];
        }
    }

    /** Adds a sign, once, in turn with all nodes. */
    void add(SubjectId subject) throws IOException {
        synchronized (TURN) {
            try (FileChannel turn = PrivateFiles.open(lock, Set.of(CREATE, WRITE));
                    FileLock held = turn.lock()) {
                append(subject);
            }
        }
    }

    private void append(SubjectId subject) throws IOException {
        List<SubjectId> before = all();
        try (FileChannel channel = PrivateFiles.open(file, Set.of(CREATE, WRITE))) {
            if (!before.contains(subject)) {
                channel.write(bytes(subject), (long) before.size() * LENGTH);
            }
            channel.force(true);
        }
        PrivateFiles.syncFolderOf(file);
    }

    private static ByteBuffer bytes(SubjectId subject) {
        UUID id = subject.value();
        return ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip();
    }
}
