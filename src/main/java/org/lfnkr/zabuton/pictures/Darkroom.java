package org.lfnkr.zabuton.pictures;

import static org.lfnkr.zabuton.pictures.Flaw.TOO_HEAVY;
import static org.lfnkr.zabuton.pictures.Flaw.UNREADABLE;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws brought pictures anew, so that nothing of the file itself is ever served: no place, no
 * camera, no thumbnail, and nothing that is a picture and something else as well. It takes a
 * processor for a moment.
 */
final class Darkroom {

    /** What is decoded whole: 50 million, the most that telephones take as a rule. */
    static final long MOST_PIXELS = 50_000_000;

    static final int LEAST_SIDE = 400;

    private static final float QUALITY = 0.82f;

    /** What our own writer begins a file with: the density, and the size in pixels. */
    private static final Set<JpegSegmentType> HARMLESS =
            EnumSet.of(JpegSegmentType.APP0, JpegSegmentType.SOF0);

    private Darkroom() {}

    static Development develop(byte[] file, int side) {
        if (file.length > Redrawing.MOST_BYTES) {
            return new Development.Spoilt(TOO_HEAVY);
        }
        return Negative.of(file)
                .map(negative -> develop(negative, file, side))
                .orElse(new Development.Spoilt(UNREADABLE));
    }

    /** Decoders throw whatever they like at broken files, and none of it is a bug of ours. */
    private static Development develop(Negative negative, byte[] file, int side) {
        BufferedImage drawn;
        try (negative) {
            Optional<Flaw> refusal = negative.refusal();
            if (refusal.isPresent()) {
                return new Development.Spoilt(refusal.get());
            }
            drawn = upright(negative.decode(side), Turn.of(file), side);
        } catch (IOException | RuntimeException broken) {
            return new Development.Spoilt(UNREADABLE);
        }
        return negative.damage()
                .<Development>map(Development.Spoilt::new)
                .orElseGet(() -> new Development.Done(print(drawn)));
    }

    /** In sRGB, on white where it is transparent, no side longer than is wanted. */
    private static BufferedImage upright(BufferedImage decoded, Turn turn, int side) {
        int broad = turn.swapsSides() ? decoded.getHeight() : decoded.getWidth();
        int high = turn.swapsSides() ? decoded.getWidth() : decoded.getHeight();
        double scale = Math.min(1, (double) side / Math.max(broad, high));
        int width = (int) Math.round(broad * scale);
        int height = (int) Math.round(high * scale);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = drawn.createGraphics();
        on.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.drawImage(decoded, fit(decoded, turn, width, height), null);
        on.dispose();
        return drawn;
    }

    private static AffineTransform fit(BufferedImage decoded, Turn turn, int width, int height) {
        AffineTransform fit = AffineTransform.getScaleInstance(width, height);
        fit.concatenate(turn.transform());
        fit.scale(1.0 / decoded.getWidth(), 1.0 / decoded.getHeight());
        return fit;
    }

    private static Print print(BufferedImage drawn) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
                MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(to);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(drawn, null, null), how);
            to.flush();
            return withoutMetadata(
                    new Print(jpeg.toByteArray(), drawn.getWidth(), drawn.getHeight()));
        } catch (IOException | JpegProcessingException e) {
            throw new IllegalStateException("A picture of ours can't be written", e);
        } finally {
            writer.dispose();
        }
    }

    /** The file is read once more, as anybody could. */
    private static Print withoutMetadata(Print print) throws IOException, JpegProcessingException {
        var segments =
                JpegSegmentReader.readSegments(new SequentialByteArrayReader(print.jpeg()), null);
        for (JpegSegmentType type : segments.getSegmentTypes()) {
            if (type.canContainMetadata && !HARMLESS.contains(type)) {
                throw new IllegalStateException("A picture of ours has a segment " + type);
            }
        }
        return print;
    }
}
