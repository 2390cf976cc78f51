package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.stock.StockLine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * So many pieces of one kind.
 *
 * @param pieces at least one
 */
public record BoxLine(BoxPiece kind, StockLine pieces) {

    static List<StockLine> stock(List<BoxLine> lines) {
        return lines.stream().map(BoxLine::pieces).toList();
    }

    /** The first of which there are fewer. */
    static Noting tooMany(List<BoxLine> lines, Map<VariantId, Integer> available) {
        return lines.stream()
                .filter(line -> available.containsKey(line.pieces().variant()))
                .findFirst()
                .<Noting>map(
                        line ->
                                line.kind()
                                        .tooMany(
                                                available.getOrDefault(line.pieces().variant(), 0)))
                .orElseGet(Noting.NotNow::new);
    }

    /** The first of which fewer are left in the box; empty where there is enough of all. */
    static Optional<Noting> tooMany(List<BoxLine> lines, List<BoxPiece> box) {
        return lines.stream()
                .filter(line -> line.left(box) < line.pieces().quantity())
                .findFirst()
                .map(line -> line.kind().tooMany(line.left(box)));
    }

    private int left(List<BoxPiece> box) {
        return box.stream()
                .filter(piece -> piece.variant().equals(pieces.variant()))
                .mapToInt(BoxPiece::left)
                .sum();
    }

    /** For the audit trail. */
    static String words(List<BoxLine> lines) {
        return lines.stream()
                .map(line -> line.kind().sku() + " × " + line.pieces().quantity())
                .collect(Collectors.joining(", "));
    }
}
