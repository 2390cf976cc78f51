package org.lfnkr.zabuton.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Where the file of a key lies in a directory of keys: the first three digits of its id name the
 * folder, one of 4,096.
 */
record KeyPlaces(Path root) {

    /** How names of files end. */
    static final String KEY = ".key";

    private static final int FOLDER_DIGITS = 3;

    /** Its folder, made where there is none. */
    Path folder(SubjectId subject) throws IOException {
        Path folder = folderOf(subject);
        PrivateFiles.createFolder(folder);
        PrivateFiles.sync(root);
        return folder;
    }

    Path folderOf(SubjectId subject) {
        return root.resolve(subject.value().toString().substring(0, FOLDER_DIGITS));
    }

    Path fileOf(SubjectId subject) {
        return folderOf(subject).resolve(name(subject));
    }

    static String name(SubjectId subject) {
        return subject.value() + KEY;
    }

    /** Whose key a file is, wherever it lies. */
    static SubjectId subjectOf(Path file) {
        String name = file.getFileName().toString();
        return new SubjectId(UUID.fromString(name.substring(0, name.length() - KEY.length())));
    }

    /** Brings a file to its place, on the disk. */
    void bring(Path file) throws IOException {
        SubjectId subject = subjectOf(file);
        Path to = folder(subject).resolve(name(subject));
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolderOf(to);
    }
}
