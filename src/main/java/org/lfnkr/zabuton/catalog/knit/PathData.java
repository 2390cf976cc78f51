package org.lfnkr.zabuton.catalog.knit;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the {@code d} of an SVG path, in the commands that our drawings are written in. */
final class PathData {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Deque<String> tokens;
    private final Path2D path = new Path2D.Double();
    private char command;

    private PathData(String text) {
        this.tokens =
                TOKEN.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /**
     * @throws IllegalArgumentException for a command that no drawing of ours has
     */
    static Path2D read(String text) {
        PathData data = new PathData(text);
        while (!data.tokens.isEmpty()) {
            data.step();
        }
        return data.path;
    }

    /** A command stands until another takes its place. */
    private void step() {
        if (Character.isLetter(tokens.getFirst().charAt(0))) {
            command = tokens.removeFirst().charAt(0);
        }
        if (tokens.isEmpty() && Character.toLowerCase(command) != 'z') {
            return; // a line of one point
        }
        Point2D from = Character.isLowerCase(command) ? here() : new Point2D.Double();
        switch (Character.toLowerCase(command)) {
            case 'm' -> move(from);
            case 'l' -> path.lineTo(from.getX() + next(), from.getY() + next());
            case 'h' -> path.lineTo(from.getX() + next(), here().getY());
            case 'v' -> path.lineTo(here().getX(), from.getY() + next());
            case 'c' -> curve(from.getX(), from.getY());
            case 'z' -> path.closePath();
            default -> throw new IllegalArgumentException("No path of ours has " + command);
        }
    }

    /** Points that follow the first are joined to it. */
    private void move(Point2D from) {
        path.moveTo(from.getX() + next(), from.getY() + next());
        command = command == 'm' ? 'l' : 'L';
    }

    private void curve(double x, double y) {
        path.curveTo(x + next(), y + next(), x + next(), y + next(), x + next(), y + next());
    }

    private Point2D here() {
        Point2D here = path.getCurrentPoint();
        return here == null ? new Point2D.Double() : here;
    }

    private double next() {
        return Double.parseDouble(tokens.removeFirst());
    }
}
