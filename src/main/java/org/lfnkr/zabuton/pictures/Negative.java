package org.lfnkr.zabuton.pictures;

import static org.lfnkr.zabuton.pictures.Flaw.TOO_LARGE;
import static org.lfnkr.zabuton.pictures.Flaw.TOO_NARROW;
import static org.lfnkr.zabuton.pictures.Flaw.TOO_SMALL;
import static org.lfnkr.zabuton.pictures.Flaw.UNREADABLE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A file that says it is a picture. Its size is looked at before a pixel of it is. */
final class Negative implements AutoCloseable, IIOReadWarningListener {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** At 16 bits for each of four channels 160 MB. */
    private static final long MOST_DECODED = 20_000_000;

    private final ImageReader reader;
    private boolean damaged;

    private Negative(ImageReader reader, byte[] file) {
        this.reader = reader;
        // without metadata, since a few bytes of that may unpack to more than the memory holds
        reader.setInput(
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
        reader.addIIOReadWarningListener(this);
    }

    /** By its first bytes, whatever it is called; empty where it is neither a JPEG nor a PNG. */
    static Optional<Negative> of(byte[] file) {
        if (begins(file, JPEG)) {
            return Optional.of(new Negative(reader("jpeg"), file));
        }
        return begins(file, PNG)
                ? Optional.of(new Negative(reader("png"), file))
                : Optional.empty();
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length > with.length
                && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static ImageReader reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }

    /** Why it is not to be decoded at all. */
    Optional<Flaw> refusal() throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > Darkroom.MOST_PIXELS) {
            return Optional.of(TOO_LARGE);
        }
        if (Math.min(width, height) < Darkroom.LEAST_SIDE) {
            return Optional.of(TOO_SMALL);
        }
        boolean narrow = Math.max(width, height) > 3 * Math.min(width, height);
        return narrow ? Optional.of(TOO_NARROW) : Optional.empty();
    }

    /**
     * Its pixels, or every second, third … of them: at least twice as many a side as are wanted,
     * but never more than a node has memory for, whatever a pixel of the file takes.
     *
     * @param side as many as are wanted of the longer one
     */
    BufferedImage decode(int side) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * side));
        while (pixels(step) > MOST_DECODED) {
            step++;
        }
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private long pixels(int step) throws IOException {
        return (long) (reader.getWidth(0) / step) * (reader.getHeight(0) / step);
    }

    /** The decoder fills with grey what is missing, and only warns of it. */
    Optional<Flaw> damage() {
        return damaged ? Optional.of(UNREADABLE) : Optional.empty();
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        damaged = true;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
