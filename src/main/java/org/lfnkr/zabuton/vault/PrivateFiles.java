package org.lfnkr.zabuton.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Files and folders that are their owner's alone, whatever the umask is, and on the disk when a
 * method returns. All calls block.
 */
final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?>[] NONE = {};

    private PrivateFiles() {}

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, mode(folder, FOLDER));
    }

    /** The file is as before or holds the whole content, whenever the machine stops. */
    static void write(Path file, byte[] content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = open(whole, Set.of(CREATE, TRUNCATE_EXISTING, WRITE))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolderOf(file);
    }

    /** A file that nobody has heard of yet: what a crash leaves of it counts for nothing. */
    static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = open(file, Set.of(CREATE_NEW, WRITE))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    /** Overwrites what the file holds where it lies on the disk, and deletes the file. */
    static void destroy(Path file) throws IOException {
        try (FileChannel channel = open(file, Set.of(WRITE))) {
            channel.write(ByteBuffer.allocate((int) channel.size()));
            channel.force(true);
            channel.truncate(0).force(true);
        } catch (NoSuchFileException goneAlready) {
            return;
        }
        Files.deleteIfExists(file);
        syncFolderOf(file);
    }

    static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        return FileChannel.open(file, options, mode(file, FILE));
    }

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : NONE;
    }

    static void syncFolderOf(Path file) throws IOException {
        sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /** A new name may be lost in a crash while its folder is in memory only; not on Windows. */
    static void sync(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    static boolean isOpenToOthers(Path file) {
        try {
            return isPosix(file) && !FOLDER.containsAll(Files.getPosixFilePermissions(file));
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes from others what rights they have to a file. */
    static void shut(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
