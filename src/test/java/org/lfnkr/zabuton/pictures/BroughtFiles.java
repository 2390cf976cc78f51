package org.lfnkr.zabuton.pictures;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Files as people and attackers bring them. Each picture is red at its left, and blue beside. */
public final class BroughtFiles {

    /** Stands in what must not be kept. */
    public static final String SECRET = "35.6812N 139.7671E taken by somebody";

    private BroughtFiles() {}

    public static byte[] jpeg(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** Nothing but what can be seen through. */
    public static byte[] glass() {
        return written(new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** With Exif of a camera that lay on its side, a comment, and a segment of a maker's own. */
    public static byte[] fromCamera(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        return joined(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif(orientation)),
                segment(0xed, ("Photoshop 3.0\0" + SECRET).getBytes(US_ASCII)),
                segment(0xe7, SECRET.getBytes(US_ASCII)),
                segment(0xfe, SECRET.getBytes(US_ASCII)),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** With words beside what can be seen, as programs leave them. */
    public static byte[] commented(byte[] jpeg, String words) {
        return joined(
                Arrays.copyOf(jpeg, 2),
                segment(0xfe, words.getBytes(UTF_8)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A picture that is a page with a script as well. */
    public static byte[] polyglot(byte[] picture) {
        return joined(picture, "<html><script>alert('polyglot')</script>".getBytes(US_ASCII));
    }

    /** A few bytes that say that they are many pixels. */
    public static byte[] hugePng(int width, int height) {
        byte[] size = ByteBuffer.allocate(8).putInt(width).putInt(height).array();
        byte[] kind = {8, 2, 0, 0, 0};
        return joined(
                Arrays.copyOf(png(1, 1), 8),
                chunk("IHDR", joined(size, kind)),
                chunk("IDAT", new byte[20]),
                chunk("IEND", new byte[0]));
    }

    public static byte[] hugeJpeg() {
        byte[] jpeg = jpeg(500, 500);
        for (int at = 0; at < jpeg.length - 9; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xc0) {
                Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xf0);
            }
        }
        return jpeg;
    }

    public static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] written(BufferedImage image, String format) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.BLUE);
        on.fillRect(0, 0, width, height);
        on.setColor(Color.RED);
        on.fillRect(0, 0, width / 4, height);
        on.dispose();
        return image;
    }

    /** A directory of two entries, see TIFF 6.0: what it shows, and how it was held. */
    private static byte[] exif(int orientation) {
        byte[] words = (SECRET + "\0").getBytes(US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(44 + words.length);
        exif.put("Exif\0\0MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x10e).putShort((short) 2).putInt(words.length).putInt(38);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(words);
        return exif.array();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = joined(type.getBytes(US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
