package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.orders.ParcelLine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How many of some refunded pieces belong to one return. */
record RefundedShare(UUID request, int pieces) {

    /**
     * What was looked at first gets its money first.
     *
     * @throws IllegalStateException if more go back than wait
     */
    static List<RefundedShare> of(List<ReturnRequest> checked, ParcelLine refunded) {
        List<RefundedShare> shares = new ArrayList<>();
        int left = refunded.quantity();
        for (ReturnRequest request : checked) {
            int share = Math.min(left, waiting(request, refunded));
            if (share > 0) {
                shares.add(new RefundedShare(request.id(), share));
                left -= share;
            }
        }
        if (left > 0) {
            throw new IllegalStateException("More is refunded than came back: " + refunded);
        }
        return shares;
    }

    private static int waiting(ReturnRequest request, ParcelLine refunded) {
        return request.lines().stream()
                .filter(line -> line.variant().equals(refunded.variant()))
                .mapToInt(ReturnLine::waiting)
                .sum();
    }
}
