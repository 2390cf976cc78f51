package org.lfnkr.zabuton.fulfilment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A line of a carrier's list: an order's number and the tracking number of its parcel.
 *
 * @param place in the list, from one
 * @param written what was read of it, as it stands there
 * @param reference of the order; empty where that is none
 * @param number null where that is none
 */
record NumberLine(int place, String written, String reference, @Nullable TrackingNumber number) {

    /** What becomes of a line. */
    enum Outcome {
        DONE,
        /** The parcel had this number before. */
        SAME,
        NO_ORDER,
        NO_NUMBER,
        /** No parcel of the order is out. */
        NOT_SENT,
        /** Several parcels are out that have no number: which one is meant the list doesn't say. */
        SEVERAL,
        /** Its parcels have other numbers, which a list doesn't take away. */
        ANOTHER;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What stands between two cells, as lists are written. */
    private static final String SEPARATORS = ",\t;";

    /** Every line that holds something but a heading, which has no digit, or stands first. */
    static List<NumberLine> read(String list, NumberColumns columns) {
        List<String> lines = list.lines().map(String::strip).toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).chars().anyMatch(Character::isDigit))
                .mapToObj(i -> of(i + 1, cells(lines.get(i)), columns))
                .filter(line -> !line.isHeading())
                .toList();
    }

    /** Of a carrier's line, which tells where people live, no more is kept than two cells. */
    private static NumberLine of(int place, List<String> cells, NumberColumns columns) {
        String order = cell(cells, columns.order());
        String number = cell(cells, columns.number());
        return new NumberLine(
                place,
                order + "," + number,
                Reference.read(order),
                TrackingNumber.read(number).orElse(null));
    }

    private boolean isHeading() {
        return place == 1 && reference.isEmpty() && number == null;
    }

    private static String cell(List<String> cells, int column) {
        return column <= cells.size() ? cells.get(column - 1).strip() : "";
    }

    /** By what separates its first cell from the others; none of a line that is broken. */
    private static List<String> cells(String line) {
        char separator =
                (char)
                        line.chars()
                                .filter(it -> SEPARATORS.indexOf(it) >= 0)
                                .findFirst()
                                .orElse(',');
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
            return lines.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException | IOException | UncheckedIOException broken) {
            return List.of();
        }
    }

    /** The parcels of an order that wait for a number; none where the line has no place. */
    List<UUID> waiting(OrderStory story) {
        return story.parcels().parcels().stream()
                .filter(parcel -> parcel.isOut() && parcel.tracking() == null)
                .map(Parcel::id)
                .toList();
    }

    /** Why nothing is to be done; {@link Outcome#DONE} where something is. */
    Outcome decide(OrderStory story) {
        List<Parcel> out = story.parcels().parcels().stream().filter(Parcel::isOut).toList();
        if (number == null) {
            return Outcome.NO_NUMBER;
        }
        if (out.stream().anyMatch(parcel -> number.text().equals(parcel.tracking()))) {
            return Outcome.SAME;
        }
        if (out.isEmpty()) {
            return Outcome.NOT_SENT;
        }
        return switch (waiting(story).size()) {
            case 0 -> Outcome.ANOTHER;
            case 1 -> Outcome.DONE;
            default -> Outcome.SEVERAL;
        };
    }
}
