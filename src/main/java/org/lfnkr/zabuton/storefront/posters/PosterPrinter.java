package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.catalog.knit.KnitPicture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws posters, in the colours of the pages by day. It takes a processor for a moment. */
final class PosterPrinter {

    private static final Color PAPER = new Color(0xf5f0e4);
    private static final Color RAISED = new Color(0xfdfaf2);
    private static final Color INDIGO = new Color(0x213d66);
    private static final Color INK = new Color(0x25221d);
    private static final Color SOFT = new Color(0x4a443a);

    private static final int MARGIN = 56;
    private static final int WORDS = Poster.HEIGHT + MARGIN;
    private static final int MEASURE = Poster.WIDTH - WORDS - MARGIN;

    private final Graphics2D on;
    private final Lettering lettering;

    private PosterPrinter(Graphics2D on, Lettering lettering) {
        this.on = on;
        this.lettering = lettering;
    }

    /**
     * @param shop its name, on each poster
     * @param organisation who runs it
     * @return a PNG
     */
    static byte[] png(Poster poster, String shop, String organisation) {
        BufferedImage image =
                new BufferedImage(Poster.WIDTH, Poster.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        try (Lettering lettering = Lettering.open();
                ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            new PosterPrinter(on, lettering).print(poster, shop, organisation);
            ImageIO.write(image, "png", new MemoryCacheImageOutputStream(png));
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A poster can't be drawn", e);
        } finally {
            on.dispose();
        }
    }

    private void print(Poster poster, String shop, String organisation) throws IOException {
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ground();
        draw(poster.subject());
        int below = words(poster, poster.title(), 60, MARGIN + 60, INK);
        words(poster, poster.line(), 31, below + 24, SOFT);
        words(poster, shop, 36, Poster.HEIGHT - MARGIN - 64, INDIGO);
        words(poster, organisation, 20, Poster.HEIGHT - MARGIN - 24, SOFT);
    }

    private void ground() {
        on.setColor(PAPER);
        on.fillRect(0, 0, Poster.WIDTH, Poster.HEIGHT);
        on.setColor(RAISED);
        on.fillRect(0, 0, Poster.HEIGHT, Poster.HEIGHT);
        on.setColor(INDIGO);
        on.fillRect(0, 0, Poster.WIDTH, 12);
    }

    private void draw(Poster.Subject subject) {
        Graphics2D there = (Graphics2D) on.create();
        there.translate(Poster.HEIGHT / 2.0, Poster.HEIGHT / 2.0 + 6);
        double scale = (Poster.HEIGHT - 60) / 640.0;
        there.scale(scale, scale);
        KnitPicture.of(subject.motif(), subject.silhouette(), subject.colour()).paint(there);
        there.dispose();
    }

    /**
     * @param y of the first line's foot
     * @return the y of the line that would follow
     */
    private int words(Poster poster, String text, int size, int y, Color colour)
            throws IOException {
        on.setColor(colour);
        List<String> lines = lettering.lines(text, poster.language(), size, MEASURE);
        int foot = y;
        for (String line : lines) {
            Graphics2D there = (Graphics2D) on.create();
            there.translate(WORDS, foot);
            there.fill(lettering.outline(line, size));
            there.dispose();
            foot += Math.round(size * 1.35f);
        }
        return foot;
    }
}
