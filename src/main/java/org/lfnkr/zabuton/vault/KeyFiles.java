package org.lfnkr.zabuton.vault;

import org.lfnkr.zabuton.kernel.StartupRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file for each key, whole on the disk before it is heard of, overwritten there and deleted when
 * it is destroyed; a sign of that stays, see {@link DestroyedKeys}. Nothing that a start or a
 * visitor does gets slower with the number of keys, see {@link KeyPlaces}. All calls block.
 *
 * @param root a directory that exists
 */
record KeyFiles(Path root) {

    private static final String ID = "id";
    private static final String CLAIMED = "claimed";
    private static final String DESTROYED = "destroyed";
    private static final String LOCK = "lock";

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
            return files.anyMatch(
                    file -> file.toString().endsWith(KeyPlaces.KEY) || Files.isDirectory(file));
        }
    }

    void claim() throws IOException {
        Path sign = root.resolve(CLAIMED);
        if (Files.notExists(sign)) {
            PrivateFiles.write(sign, new byte[0]);
        }
    }

    void write(SubjectId subject, byte[] wrapped) throws IOException {
        PrivateFiles.write(places().folder(subject).resolve(KeyPlaces.name(subject)), wrapped);
    }

    /** Those of nobody yet. */
    SpareFiles spare() {
        return new SpareFiles(places());
    }

    private KeyPlaces places() {
        return new KeyPlaces(root);
    }

    /**
     * Looks for the sign last, which is there before the key goes.
     *
     * @return no byte where the key was destroyed; empty where it never was here, or was lost
     */
    Optional<byte[]> read(SubjectId subject) throws IOException {
        Optional<byte[]> wrapped = readWherever(subject);
        return signs(places().folderOf(subject)).contains(subject)
                ? Optional.of(new byte[0])
                : wrapped;
    }

    private Optional<byte[]> readWherever(SubjectId subject) throws IOException {
        Optional<byte[]> wrapped = readKey(subject);
        if (wrapped.isPresent() || !spare().has(subject)) {
            return wrapped;
        }
        spare().settle();
        return readKey(subject);
    }

    private Optional<byte[]> readKey(SubjectId subject) throws IOException {
        Path file = places().fileOf(subject);
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
        signs(places().folder(subject)).add(subject);
        Path file = places().fileOf(subject);
        if (Files.notExists(file) && spare().has(subject)) {
            spare().settle();
        }
        PrivateFiles.destroy(file);
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
        try (DirectoryStream<Path> flat = Files.newDirectoryStream(root, "*" + KeyPlaces.KEY)) {
            for (Path file : flat) {
                fanOut(file);
            }
        }
    }

    private void fanOut(Path file) throws IOException {
        try {
            if (Files.size(file) == 0) {
                destroy(KeyPlaces.subjectOf(file));
                Files.delete(file);
            } else {
                places().bring(file);
            }
        } catch (NoSuchFileException anotherNodeWasFaster) {
            return;
        }
    }

    private DestroyedKeys signs(Path folder) {
        return new DestroyedKeys(folder.resolve(DESTROYED), root.resolve(LOCK));
    }
}
