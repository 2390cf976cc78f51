package org.lfnkr.zabuton.catalog.knit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

class PainterTests {

    @ParameterizedTest
    @MethodSource("org.lfnkr.zabuton.catalog.knit.KnitPictureTests#everyPicture")
    void paintsWhateverIsDrawn(String motif, String silhouette) {
        BufferedImage image = painted(KnitPicture.of(motif, silhouette, "indigo")::paint);

        assertThat(colours(image)).as(silhouette).isGreaterThan(8);
        assertThat(image.getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void paintsEachStitchOfALineAndNothingBetween() {
        String svg =
                "<svg><path fill=\"#ff0000\" d=\"m10 10m-1-1h2v2h-2zm1 1m20 0m-1-1h2v2h-2zm1 1\"/></svg>";
        BufferedImage image = painted(on -> Painter.paint(svg, on));

        assertThat(image.getRGB(330, 330)).isEqualTo(Color.RED.getRGB());
        assertThat(image.getRGB(350, 330)).isEqualTo(Color.RED.getRGB());
        assertThat(image.getRGB(340, 330)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void refusesWhatItWouldLeaveOut() {
        assertThatThrownBy(() -> painted(on -> Painter.paint("<svg><text>¥</text></svg>", on)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PathData.read("M0 0A5 5 0 0 1 9 9"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNumbersThatStandTogether() {
        Path2D path = PathData.read("M.5.5 10-2l-.5 1H0V9z");

        assertThat(path.getBounds2D()).isEqualTo(new Rectangle2D.Double(0, -2, 10, 11));
    }

    private static BufferedImage painted(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, 640, 640);
        on.translate(320, 320);
        drawing.accept(on);
        on.dispose();
        return image;
    }

    private static long colours(BufferedImage image) {
        return java.util.Arrays.stream(image.getRGB(0, 0, 640, 640, null, 0, 640))
                .distinct()
                .count();
    }
}
