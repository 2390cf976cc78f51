package org.lfnkr.zabuton.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

class DarkroomTests {

    @Test
    void keepsThePictureAndNothingThatTheCameraNoted() {
        byte[] brought = BroughtFiles.polyglot(BroughtFiles.fromCamera(800, 600, 1));
        assertThat(new String(brought, ISO_8859_1)).contains("Exif", BroughtFiles.SECRET, "script");

        Print print = printed(brought);

        assertThat(new String(print.jpeg(), ISO_8859_1))
                .doesNotContain("Exif", "Photoshop", BroughtFiles.SECRET, "script");
        assertThat(print.width()).isEqualTo(800);
        assertThat(print.height()).isEqualTo(600);
        BufferedImage picture = BroughtFiles.read(print.jpeg());
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(isRed(picture, 20, 300)).isTrue();
        assertThat(isRed(picture, 700, 300)).isFalse();
    }

    /** The sides at which red is, in Exif's eight ways to hold a camera. */
    @ParameterizedTest
    @CsvSource({
        "1,800,600,LEFT", "2,800,600,RIGHT", "3,800,600,RIGHT", "4,800,600,LEFT",
        "5,600,800,TOP", "6,600,800,TOP", "7,600,800,BOTTOM", "8,600,800,BOTTOM",
        "0,800,600,LEFT", "9,800,600,LEFT"
    })
    void standsUpright(int orientation, int width, int height, Side red) {
        Print print = printed(BroughtFiles.fromCamera(800, 600, orientation));

        assertThat(print.width()).isEqualTo(width);
        assertThat(print.height()).isEqualTo(height);
        BufferedImage picture = BroughtFiles.read(print.jpeg());
        for (Side side : Side.values()) {
            assertThat(isRed(picture, side.x(width), side.y(height)))
                    .as(side.name())
                    .isEqualTo(side == red);
        }
    }

    enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM;

        int x(int width) {
            return this == LEFT ? 20 : this == RIGHT ? width - 20 : width / 2;
        }

        int y(int height) {
            return this == TOP ? 20 : this == BOTTOM ? height - 20 : height / 2;
        }
    }

    @Test
    void makesALargePictureAsLargeAsItIsShown() {
        Print print = printed(BroughtFiles.jpeg(4000, 3000));

        assertThat(print.width()).isEqualTo(1280);
        assertThat(print.height()).isEqualTo(960);
    }

    @Test
    void drawsAPngAsAJpegOnWhite() {
        assertThat(printed(BroughtFiles.png(500, 700)).jpeg()).startsWith(0xff, 0xd8, 0xff);
        assertThat(new Color(BroughtFiles.read(printed(BroughtFiles.glass()).jpeg()).getRGB(9, 9)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void refusesWhatSaysThatItIsHugeWithoutDecodingIt() {
        assertThat(refusal(BroughtFiles.hugePng(60_000, 60_000))).isEqualTo(Flaw.TOO_LARGE);
        assertThat(refusal(BroughtFiles.hugePng(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(Flaw.TOO_LARGE);
        assertThat(refusal(BroughtFiles.hugeJpeg())).isEqualTo(Flaw.TOO_LARGE);
        assertThat(refusal(new byte[Redrawing.MOST_BYTES + 1])).isEqualTo(Flaw.TOO_HEAVY);
    }

    @Test
    void refusesWhatIsTooSmallOrTooNarrow() {
        assertThat(refusal(BroughtFiles.jpeg(399, 800))).isEqualTo(Flaw.TOO_SMALL);
        assertThat(refusal(BroughtFiles.jpeg(400, 1201))).isEqualTo(Flaw.TOO_NARROW);
        assertThat(printed(BroughtFiles.jpeg(400, 1200)).height()).isEqualTo(1200);
    }

    @Test
    void refusesWhatIsNotAWholePicture() {
        for (byte[] whole :
                new byte[][] {BroughtFiles.jpeg(800, 600), BroughtFiles.png(800, 600)}) {
            for (int part = 0; part < 10; part++) {
                assertThat(refusal(Arrays.copyOf(whole, whole.length * part / 10)))
                        .as(part + " tenths")
                        .isEqualTo(Flaw.UNREADABLE);
            }
        }
    }

    @Test
    void refusesWhatIsNoPhotograph() {
        BufferedImage image = BroughtFiles.read(BroughtFiles.png(500, 500));
        for (byte[] file :
                new byte[][] {
                    new byte[0],
                    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8),
                    "%PDF-1.7".getBytes(US_ASCII),
                    BroughtFiles.written(image, "gif"),
                    BroughtFiles.joined("GIF89a".getBytes(US_ASCII), BroughtFiles.jpeg(500, 500)),
                    new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0},
                }) {
            assertThat(refusal(file)).isEqualTo(Flaw.UNREADABLE);
        }
    }

    /** Whatever byte is changed, there is a picture or a refusal, and never anything else. */
    @Test
    void answersToEveryDamage() {
        byte[] whole = BroughtFiles.fromCamera(400, 400, 6);
        for (int at = 2; at < whole.length; at += 1 + whole.length / 200) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;

            assertThat(Darkroom.develop(damaged, 1280)).as("byte " + at).isNotNull();
        }
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private static Print printed(byte[] file) {
        return ((Development.Done) Darkroom.develop(file, 1280)).print();
    }

    private static Flaw refusal(byte[] file) {
        return ((Development.Spoilt) Darkroom.develop(file, 1280)).why();
    }
}
