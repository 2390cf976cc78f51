package org.lfnkr.zabuton.catalog.knit;

/**
 * A cross of wood, hanging or on a base. Its grain is a few lines that wander a little, the same
 * ones for the same wood.
 */
record WoodCross(KnitColour wood, boolean standing) {

    private static final int BEAM = 84;

    String drawing() {
        int foot = standing ? 196 : 256;
        return "<g stroke-linecap=\"round\">"
                + (standing ? base() : "")
                + beam(-BEAM / 2, -272, BEAM, foot + 272, false)
                + beam(-168, -150, 336, BEAM, true)
                + "<path d=\"M-42-150V-66M42-150V-66\" stroke=\"%s\" stroke-width=\"3\"/></g>"
                        .formatted(wood.ground(-4));
    }

    private String base() {
        return "<path d=\"M-130 262L-104 190H104L130 262z\" fill=\"%s\"/>".formatted(wood.ground(1))
                + beam(-130, 236, 260, 34, true);
    }

    private String beam(int x, int y, int width, int height, boolean lying) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" opacity=\".14\"/>"
                        .formatted(x + 6, y + 9, width, height)
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2.500\"/>"
                        .formatted(x, y, width, height, wood.ground(lying ? 1 : 0), wood.ground(-4))
                + "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-opacity=\".7\"/>"
                        .formatted(grain(x, y, width, height, lying), wood.figure(0))
                + "<path d=\"%s\" stroke=\"#fff\" stroke-opacity=\".35\" stroke-width=\"3\"/>"
                        .formatted("M%d %dh%d".formatted(x + 6, y + 4, width - 12));
    }

    /** Lines along the length of the wood. */
    private static String grain(int x, int y, int width, int height, boolean lying) {
        StringBuilder path = new StringBuilder();
        int length = lying ? width : height;
        int across = lying ? height : width;
        int drift = 0;
        for (int at = 9; at < across - 6; at += 8 + noise(at + length) % 5) {
            int from = 8 + noise(at * 3) % 40;
            int third = (length - from - 8 - noise(at * 7) % 50) / 3;
            int wave = noise(at * 5) % 9 - 4;
            drift = (drift + wave) % 4;
            path.append(
                    lying
                            ? "M%d %dc%d %d %d %d %d %d"
                                    .formatted(
                                            x + from, y + at, third, wave, 2 * third, -wave,
                                            3 * third, drift)
                            : "M%d %dc%d %d %d %d %d %d"
                                    .formatted(
                                            x + at, y + from, wave, third, -wave, 2 * third, drift,
                                            3 * third));
        }
        return path.toString();
    }

    private static int noise(int seed) {
        int hash = seed * 73856093;
        hash = (hash ^ hash >>> 13) * 1274126177;
        return (hash ^ hash >>> 16) & 0xffff;
    }
}
