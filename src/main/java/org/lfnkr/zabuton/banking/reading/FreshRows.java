package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.FileRow;
import org.lfnkr.zabuton.banking.files.Join;
import org.lfnkr.zabuton.banking.files.Joining;
import org.lfnkr.zabuton.banking.reading.RowStore.Places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Gives rows that are new their ids and places. */
record FreshRows(RowIds ids, Places places) {

    /** Those with balances, by how they join the known. */
    List<NewRow> of(Join.Joined joined, List<Joining.Known> known) {
        Map<String, Integer> counts = new HashMap<>();
        known.forEach(it -> counts.merge(content(it), 1, Integer::sum));
        List<NewRow> fresh = new ArrayList<>();
        long place = places.first() - joined.before().size();
        for (FileRow row : joined.before()) {
            fresh.add(fresh(row, counts, place++));
        }
        place = places.last() + 1;
        for (FileRow row : joined.after()) {
            fresh.add(fresh(row, counts, place++));
        }
        return fresh;
    }

    private NewRow fresh(FileRow row, Map<String, Integer> counts, long place) {
        return new NewRow(
                ids.id(row, counts.merge(RowIds.content(row), 1, Integer::sum)), place, row);
    }

    private static String content(Joining.Known known) {
        return known.day() + "|" + known.yen().yen() + "|" + known.balance().inFigures();
    }

    /**
     * Those without, by which of several they are.
     *
     * @param nth beside each row of the file
     */
    List<NewRow> of(List<FileRow> rows, List<Integer> nth, Set<UUID> known) {
        List<NewRow> fresh = new ArrayList<>();
        IntStream.range(0, rows.size())
                .filter(i -> ids.ids(rows.get(i), nth.get(i)).stream().noneMatch(known::contains))
                .forEach(
                        i ->
                                fresh.add(
                                        new NewRow(
                                                ids.id(rows.get(i), nth.get(i)),
                                                places.last() + 1 + fresh.size(),
                                                rows.get(i))));
        return fresh;
    }

    /** Of each row, which it is of those of the file that say the same, from 1. */
    static List<Integer> nth(List<FileRow> rows) {
        Map<String, Integer> counts = new HashMap<>();
        return rows.stream()
                .map(row -> counts.merge(RowIds.content(row), 1, Integer::sum))
                .toList();
    }
}
