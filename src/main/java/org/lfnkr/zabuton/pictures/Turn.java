package org.lfnkr.zabuton.pictures;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

import org.jspecify.annotations.Nullable;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * How a picture is to be turned to stand upright.
 *
 * @param tag Exif's orientation, 1 (as it is) to 8 (Exif 2.32, 4.6.4 A, tag 274)
 */
record Turn(int tag) {

    private static final int AS_IT_IS = 1;

    /**
     * What the camera noted; as it is where it noted nothing or nonsense. Cameras write JPEG, and
     * only its Exif is read: it is short, and nothing in it is compressed.
     */
    static Turn of(byte[] file) throws IOException {
        try {
            Metadata metadata =
                    JpegMetadataReader.readMetadata(
                            new ByteArrayInputStream(file), List.of(new ExifReader()));
            return new Turn(noted(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)));
        } catch (JpegProcessingException noJpeg) {
            return new Turn(AS_IT_IS);
        }
    }

    private static int noted(@Nullable ExifIFD0Directory exif) {
        Integer noted = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return noted == null || noted < AS_IT_IS || noted > 8 ? AS_IT_IS : noted;
    }

    /** Whether what was broad becomes high. */
    boolean swapsSides() {
        return tag > 4;
    }

    /** Of a picture that is one broad and one high, about its middle. */
    AffineTransform transform() {
        AffineTransform turn = new AffineTransform();
        turn.translate(0.5, 0.5);
        turn.concatenate(aboutMiddle());
        turn.translate(-0.5, -0.5);
        return turn;
    }

    private AffineTransform aboutMiddle() {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 0, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 0, 0);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 0);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, 0, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, 0, 0);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, 0);
            default -> new AffineTransform();
        };
    }
}
