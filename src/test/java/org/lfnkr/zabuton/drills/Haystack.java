package org.lfnkr.zabuton.drills;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files to search, as whoever takes the machine away would. */
final class Haystack {

    private final Needles needles;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private long bytes;

    Haystack(Needles needles) {
        this.needles = needles;
    }

    /** Every file below a directory that was written since then. */
    Haystack searchFiles(Path directory, Instant since) throws IOException {
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
                            searchFile(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** Others delete their files meanwhile. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return this;
    }

    private void searchFile(Path file) {
        try {
            search(file.toString(), Files.readAllBytes(file));
        } catch (IOException gone) {
            // Somebody deleted it meanwhile: there is nothing left to find.
        }
    }

    Haystack search(String place, byte[] content) {
        bytes += content.length;
        needles.in(content)
                .forEach(mark -> found.computeIfAbsent(mark, any -> new TreeSet<>()).add(place));
        return this;
    }

    /** The marks that were found, and where. */
    Map<String, Set<String>> found() {
        return found;
    }

    long bytes() {
        return bytes;
    }
}
