package org.lfnkr.zabuton.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import org.lfnkr.zabuton.kernel.StartupRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
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
    private static final String CLAIMED = "claimed";
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> OWNERS = PosixFilePermissions.asFileAttribute(PRIVATE);
    private static final FileAttribute<?>[] NONE = {};
    private static final FileAttribute<?>[] OWNER_READS = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    /**
     * A directory of keys, made where there is none.
     *
     * @throws StartupRefused when others than its owner may read it or a key in it
     */
    static KeyFiles in(Path root) throws IOException {
        FileAttribute<?>[] mode = isPosix(root) ? new FileAttribute<?>[] {OWNERS} : NONE;
        Files.createDirectories(root, mode);
        KeyFiles files = new KeyFiles(root);
        if (isPosix(root)) {
            files.checkRights();
        }
        return files;
    }

    private void checkRights() throws IOException {
        try (Stream<Path> open = Files.find(root, 1, (file, is) -> true)) {
            Optional<Path> first = open.filter(KeyFiles::isOpenToOthers).findFirst();
            if (first.isPresent()) {
                throw new StartupRefused(
                        "zabuton.vault.key-directory: others than their owner may use "
                                + first.get()
                                + ". Let nobody else: chmod -R go= "
                                + root);
            }
        }
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return !PRIVATE.containsAll(Files.getPosixFilePermissions(file));
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Tells one directory of keys from another; made at the first call. */
    UUID id() throws IOException {
        Path file = root.resolve(ID);
        if (Files.notExists(file)) {
            replace(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return UUID.fromString(Files.readString(file));
    }

    /** Whether a database has these keys for its own. */
    boolean isClaimed() throws IOException {
        return Files.exists(root.resolve(CLAIMED)) || hasKeys();
    }

    private boolean hasKeys() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.anyMatch(file -> file.toString().endsWith(KEY));
        }
    }

    void claim() throws IOException {
        Path sign = root.resolve(CLAIMED);
        if (Files.notExists(sign)) {
            replace(sign, new byte[0]);
        }
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
        try (FileChannel channel = open(of(subject), Set.of(CREATE, WRITE))) {
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
        try (FileChannel channel = open(whole, Set.of(CREATE, TRUNCATE_EXISTING, WRITE))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** Whatever the umask is, a file made here is its owner's alone. */
    private static FileChannel open(Path file, Set<OpenOption> options) throws IOException {
        return FileChannel.open(file, options, isPosix(file) ? OWNER_READS : NONE);
    }

    /** A new name may be lost in a crash while its directory is in memory only; not on Windows. */
    private void sync() throws IOException {
        if (isPosix(root)) {
            try (FileChannel channel = FileChannel.open(root, READ)) {
                channel.force(true);
            }
        }
    }
}
