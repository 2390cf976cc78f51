package org.lfnkr.zabuton.bookkeeping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.RefundId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is booked of a payment out of the rows that {@link BookkeepingStore} finds. */
final class BookRows {

    private BookRows() {}

    static PaymentBook book(List<Standing> standings, List<Lot> charged, List<Said> said) {
        Map<RefundId, Map<Part, Long>> parts =
                said.stream().collect(groupingBy(Said::refund, toMap(Said::part, Said::yen)));
        Map<RefundId, Long> refunds = new HashMap<>();
        long others = 0;
        long held = 0;
        long disputed = 0;
        int last = 0;
        for (Standing standing : standings) {
            last = Math.max(last, standing.last());
            held += standing.held();
            disputed += standing.disputed();
            if (standing.refund() == null) {
                others += standing.gone();
            } else {
                refunds.put(standing.refund(), standing.gone());
            }
        }
        return new PaymentBook(
                standings.getFirst().subject(),
                new Lots(charged),
                new Returns(others, refunds, parts, new Held(held, disputed)),
                last);
    }

    static Lot lot(Readable row) {
        return Lot.of(row, "fund").with(Row.whole(row, "yen"));
    }

    static Share share(Readable row) {
        return new Share(new Fund(Row.text(row, "fund")), Money.yen(Row.whole(row, "yen")));
    }

    record Share(Fund fund, Money money) {}

    record Standing(
            UUID subject,
            @Nullable RefundId refund,
            int last,
            long gone,
            long held,
            long disputed) {

        static Standing of(Readable row) {
            UUID refund = row.get("refund", UUID.class);
            return new Standing(
                    Row.uuid(row, "subject"),
                    refund == null ? null : new RefundId(refund),
                    Row.number(row, "last"),
                    Row.whole(row, "gone"),
                    Row.whole(row, "held"),
                    Row.whole(row, "disputed"));
        }
    }

    record Said(RefundId refund, Part part, long yen) {

        static Said of(Readable row) {
            return new Said(
                    new RefundId(Row.uuid(row, "refund")), Part.of(row), Row.whole(row, "yen"));
        }
    }
}
