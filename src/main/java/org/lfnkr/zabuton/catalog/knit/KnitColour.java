package org.lfnkr.zabuton.catalog.knit;

import java.util.Arrays;

/** A yarn or wood, and the second yarn that figures are worked in. Keys are those of variants. */
enum KnitColour {
    INDIGO(0x35557f, 0xe9dfc8),
    PERSIMMON(0xc96a38, 0xf2e4cb),
    WOOL(0xe3d8c0, 0x9c8763),
    MOSS(0x737c4e, 0xe6dcc0),
    NATURAL(0xd9b98a, 0xb98f5a),
    WALNUT(0x7c5738, 0x553722);

    private final int ground;
    private final int figure;

    KnitColour(int ground, int figure) {
        this.ground = ground;
        this.figure = figure;
    }

    /** The colour of a variant's key; unbleached wool for a key that nobody has dyed. */
    static KnitColour of(String key) {
        return Arrays.stream(values())
                .filter(colour -> colour.name().equalsIgnoreCase(key))
                .findFirst()
                .orElse(WOOL);
    }

    String ground(int tone) {
        return hex(ground, tone);
    }

    String figure(int tone) {
        return hex(figure, tone);
    }

    /** A tone below zero turns towards shadow, above zero towards light, 6 % for each step. */
    private static String hex(int colour, int tone) {
        int towards = tone < 0 ? 0x1a1420 : 0xfff8e8;
        double share = Math.abs(tone) * 0.085;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = colour >> shift & 0xff;
            int to = towards >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return "#%06x".formatted(mixed);
    }
}
