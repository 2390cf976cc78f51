package org.lfnkr.zabuton.banking.files;

import java.util.List;

/**
 * The records of one account: a header, its data, a trailer, and the end of the file.
 *
 * @param data without the records around them
 */
record Frame(Field header, List<Field> data, Field trailer, Field end) {

    private static final int LEAST = 4;

    Frame {
        data = List.copyOf(data);
    }

    /**
     * @param kind of file (種別コード), such as 03
     */
    static Frame of(List<Field> records, String kind) throws UnreadableLine {
        expect(records, 0, '1');
        for (Field record : records.subList(1, records.size())) {
            if (record.kind() == '1') {
                throw new UnreadableLine("accounts", record.line());
            }
        }
        Field header = records.getFirst();
        if (!header.text(2, 2).equals(kind)) {
            throw new UnreadableLine("kind", 1, kind);
        }
        int size = records.size();
        for (int i = 1; i < size - 2; i++) {
            expect(records, i, '2');
        }
        expect(records, Math.max(1, size - 2), '8');
        expect(records, Math.max(2, size - 1), '9');
        if (size < LEAST) {
            throw new UnreadableLine("nothing", size);
        }
        return new Frame(
                header, records.subList(1, size - 2), records.get(size - 2), records.getLast());
    }

    private static void expect(List<Field> records, int place, char kind) throws UnreadableLine {
        if (place >= records.size()) {
            throw new UnreadableLine("short", records.size());
        }
        char found = records.get(place).kind();
        if (found != kind) {
            throw new UnreadableLine("order", place + 1, String.valueOf(kind));
        }
    }
}
