package org.lfnkr.zabuton.vault;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
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
import java.util.UUID;

/**
 * The files of keys that were made ahead, each batch in a folder of its own beside those of keys
 * that are given. All calls block.
 */
record SpareFiles(KeyPlaces places) {

    private static final String LAYING = "laying-";
    private static final String SPARE = "spare-";

    /** Laying a batch takes a moment. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Lays keys of nobody into a folder of their own, all on the disk when this is known. */
    Map<SubjectId, Path> lay(Map<SubjectId, byte[]> wrapped) throws IOException {
        UUID batch = UUID.randomUUID();
        Path laying = places.root().resolve(LAYING + batch);
        Path spare = places.root().resolve(SPARE + batch);
        PrivateFiles.createFolder(laying);
        Map<SubjectId, Path> laid = new HashMap<>();
        for (Map.Entry<SubjectId, byte[]> key : wrapped.entrySet()) {
            PrivateFiles.createFolder(places.folderOf(key.getKey()));
            String name = KeyPlaces.name(key.getKey());
            PrivateFiles.writeNew(laying.resolve(name), key.getValue());
            laid.put(key.getKey(), spare.resolve(name));
        }
        PrivateFiles.sync(laying);
        Files.move(laying, spare, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(places.root());
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
            Files.move(spare, places.fileOf(subject), StandardCopyOption.ATOMIC_MOVE);
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
            PrivateFiles.sync(places.folderOf(subject));
        }
        Files.deleteIfExists(folder);
        return true;
    }

    /**
     * Removes what was being laid when a process ended: none of it was ever given. What is younger
     * than a day may be another node's that is laying it.
     */
    void clearLaying(Instant now) throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(places.root(), LAYING + "*")) {
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
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(places.root(), SPARE + "*")) {
            for (Path folder : folders) {
                settle(folder);
            }
        }
    }

    private void settle(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + KeyPlaces.KEY)) {
            for (Path file : files) {
                settleKey(file);
            }
        } catch (NoSuchFileException anotherNodeWasFaster) {
            return;
        }
        Files.deleteIfExists(folder);
    }

    private void settleKey(Path file) throws IOException {
        try {
            places.bring(file);
        } catch (NoSuchFileException givenOrSettled) {
            return;
        }
    }

    /** Whether the key lies there, as after a crash that took its giving back. */
    boolean has(SubjectId subject) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(places.root(), SPARE + "*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(KeyPlaces.name(subject)))) {
                    return true;
                }
            }
            return false;
        }
    }
}
