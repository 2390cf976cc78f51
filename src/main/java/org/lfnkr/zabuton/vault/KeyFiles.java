package org.lfnkr.zabuton.vault;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file for each key, whole on the disk before it is heard of, overwritten there and deleted when
 * it is destroyed; a sign of that stays, see {@link DestroyedKeys}. The first three digits of a
 * key's id name its folder, one of 4,096: nothing that a start or a visitor does gets slower with
 * the number of keys. All calls block.
 *
 * @param root a directory that exists
 */
record KeyFiles(Path root) {

    private static final String ID = "id";
    private static final String KEY = ".key";
    private static final String LAYING = "laying-";
    private static final String SPARE = "spare-";
    private static final String CLAIMED = "claimed";
    private static final String DESTROYED = "destroyed";
    private static final String LOCK = "lock";
    private static final int FOLDER_DIGITS = 3;

    /** Laying a batch takes a moment. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * A directory of keys, made where there is none.
     *
     * @throws StartupRefused when others than its owner may use it or a folder in it
     */
    static KeyFiles in(Path root) throws IOException {
        PrivateFiles.createFolder(root);
        KeyFiles files = new KeyFiles(root);
        files.checkRights();
        return files;
    }

    private void checkRights() throws IOException {
        try (Stream<Path> open = Files.find(root, 1, (file, is) -> true)) {
            Optional<Path> first = open.filter(PrivateFiles::isOpenToOthers).findFirst();
            if (first.isPresent()) {
                throw new StartupRefused(
                        "zabuton.vault.key-directory: others than their owner may use "
                                + first.get()
                                + ". Let nobody else: chmod -R go= "
                                + root);
            }
        }
    }

    /** Tells one directory of keys from another; made at the first call. */
    UUID id() throws IOException {
        Path file = root.resolve(ID);
        if (Files.notExists(file)) {
            PrivateFiles.write(
                    file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return UUID.fromString(Files.readString(file));
    }

    /** Whether the directory is the one that a database has, and takes new keys; makes nothing. */
    boolean isUsable() {
        return Files.isReadable(root.resolve(ID))
                && Files.exists(root.resolve(CLAIMED))
                && Files.isWritable(root);
    }

    /** Whether a database has these keys for its own. */
    boolean isClaimed() throws IOException {
        return Files.exists(root.resolve(CLAIMED)) || hasKeys();
    }

    private boolean hasKeys() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.anyMatch(file -> file.toString().endsWith(KEY) || Files.isDirectory(file));
        }
    }

    void claim() throws IOException {
        Path sign = root.resolve(CLAIMED);
        if (Files.notExists(sign)) {
            PrivateFiles.write(sign, new byte[0]);
        }
    }

    void write(SubjectId subject, byte[] wrapped) throws IOException {
        PrivateFiles.write(folder(subject).resolve(name(subject)), wrapped);
    }

    /** Lays keys of nobody into a folder of their own, all on the disk when this is known. */
    Map<SubjectId, Path> layReady(Map<SubjectId, byte[]> wrapped) throws IOException {
        UUID batch = UUID.randomUUID();
        Path laying = root.resolve(LAYING + batch);
        Path spare = root.resolve(SPARE + batch);
        PrivateFiles.createFolder(laying);
        Map<SubjectId, Path> laid = new HashMap<>();
        for (Map.Entry<SubjectId, byte[]> key : wrapped.entrySet()) {
            PrivateFiles.createFolder(folderOf(key.getKey()));
            String name = name(key.getKey());
            PrivateFiles.writeNew(laying.resolve(name), key.getValue());
            laid.put(key.getKey(), spare.resolve(name));
        }
        PrivateFiles.sync(laying);
        Files.move(laying, spare, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(root);
        return laid;
    }

    /**
     * Brings a spare key to its place, which nobody can do twice. The disk is not waited for: where
     * a crash takes the renaming back, the key is found where it lay.
     *
     * @return false where it was {@link #settle settled} meanwhile
     */
    boolean give(SubjectId subject, Path spare) throws IOException {
        try {
            Files.move(
                    spare,
                    folderOf(subject).resolve(name(subject)),
                    StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException settled) {
            return false;
        }
    }

    /**
     * Removes the folder of a batch of which all keys are given, once that is on the disk.
     *
     * @return false where some are still to be given
     */
    boolean sweep(Collection<SubjectId> batch, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                return false;
            }
        } catch (NoSuchFileException settled) {
            return true;
        }
        for (SubjectId subject : batch) {
            PrivateFiles.sync(folderOf(subject));
        }
        Files.deleteIfExists(folder);
        return true;
    }

    /**
     * Removes what was being laid when a process ended: none of it was ever given. What is younger
     * than a day may be another node's that is laying it.
     */
    void clearLaying(Instant now) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, LAYING + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(LONGEST))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (NoSuchFileException anotherNodeWasFaster) {
            return;
        }
    }

    /**
     * Brings all spare keys to their places, on the disk: from here on none of them is given, for
     * nobody can tell which of them were. What was not opens nothing, as after a transaction that
     * failed. Other nodes may do so, or give them, at the same time.
     */
    void settle() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, SPARE + "*")) {
            for (Path folder : folders) {
                settle(folder);
            }
        }
    }

    private void settle(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + KEY)) {
            for (Path file : files) {
                settleKey(file);
            }
        } catch (NoSuchFileException anotherNodeWasFaster) {
            return;
        }
        Files.deleteIfExists(folder);
    }

    private void settleKey(Path file) throws IOException {
        String name = file.getFileName().toString();
        UUID id = UUID.fromString(name.substring(0, name.length() - KEY.length()));
        try {
            move(file, folder(new SubjectId(id)).resolve(name));
        } catch (NoSuchFileException givenOrSettled) {
            return;
        }
    }

    /**
     * Looks for the sign last, which is there before the key goes.
     *
     * @return no byte where the key was destroyed; empty where it never was here, or was lost
     */
    Optional<byte[]> read(SubjectId subject) throws IOException {
        Optional<byte[]> wrapped = readWherever(subject);
        return signs(folderOf(subject)).contains(subject) ? Optional.of(new byte[0]) : wrapped;
    }

    private Optional<byte[]> readWherever(SubjectId subject) throws IOException {
        Optional<byte[]> wrapped = readKey(subject);
        if (wrapped.isPresent() || !isSpare(subject)) {
            return wrapped;
        }
        settle();
        return readKey(subject);
    }

    /** As after a crash that took its giving back, or in a copy from before it. */
    private boolean isSpare(SubjectId subject) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, SPARE + "*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(name(subject)))) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<byte[]> readKey(SubjectId subject) throws IOException {
        Path file = folderOf(subject).resolve(name(subject));
        try {
            if (PrivateFiles.isOpenToOthers(file)) {
                PrivateFiles.shut(file);
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException neverHereOrDestroyed) {
            return Optional.empty();
        }
    }

    void destroy(SubjectId subject) throws IOException {
        Path folder = folder(subject);
        signs(folder).add(subject);
        if (Files.notExists(folder.resolve(name(subject))) && isSpare(subject)) {
            settle();
        }
        PrivateFiles.destroy(folder.resolve(name(subject)));
    }

    /** Whose keys were destroyed; to be closed. */
    Stream<SubjectId> destroyed() throws IOException {
        return Files.list(root).filter(Files::isDirectory).flatMap(this::destroyedIn);
    }

    private Stream<SubjectId> destroyedIn(Path folder) {
        try {
            return signs(folder).all().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings keys into folders that a version before these laid side by side, where an empty file
     * was the sign of a destroyed one. Other nodes may do so at the same time.
     */
    void fanOut() throws IOException {
        try (DirectoryStream<Path> flat = Files.newDirectoryStream(root, "*" + KEY)) {
            for (Path file : flat) {
                fanOut(file);
            }
        }
    }

    private void fanOut(Path file) throws IOException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - KEY.length());
        SubjectId subject = new SubjectId(UUID.fromString(id));
        try {
            if (Files.size(file) == 0) {
                destroy(subject);
                Files.delete(file);
            } else {
                move(file, folder(subject).resolve(name));
            }
        } catch (NoSuchFileException anotherNodeWasFaster) {
            return;
        }
    }

    private static void move(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolderOf(to);
    }

    private Path folder(SubjectId subject) throws IOException {
        Path folder = folderOf(subject);
        PrivateFiles.createFolder(folder);
        PrivateFiles.sync(root);
        return folder;
    }

    private Path folderOf(SubjectId subject) {
        return root.resolve(subject.value().toString().substring(0, FOLDER_DIGITS));
    }

    private static String name(SubjectId subject) {
        return subject.value() + KEY;
    }

    private DestroyedKeys signs(Path folder) {
        return new DestroyedKeys(folder.resolve(DESTROYED), root.resolve(LOCK));
    }
}
