package org.lfnkr.zabuton.bookkeeping;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Shares out whole yen by Sainte-Laguë's method: each yen of a heap has a place in one queue, and
 * what is taken is the queue's head. So no heap gives less when more is taken, which rounding to
 * the nearest or by the largest remainder can't promise.
 */
final class Apportionment {

    private Apportionment() {}

    /**
     * What is taken of each heap, together the sum.
     *
     * @param heaps yen of each, none below zero; equal places go in their order
     * @param sum at most what they have together
     */
    static long[] of(long[] heaps, long sum) {
        long total = LongStream.of(heaps).sum();
        if (sum < 0 || sum > total) {
            throw new IllegalArgumentException(sum + " can't be taken from " + total);
        }
        long[] taken = LongStream.of(heaps).map(heap -> atLeast(heap, sum, heaps, total)).toArray();
        for (long left = sum - Arrays.stream(taken).sum(); left > 0; left--) {
            taken[next(heaps, taken)]++;
        }
        return taken;
    }

    /** The method never strays from the exact share by as much as there are heaps. */
    private static long atLeast(long heap, long sum, long[] heaps, long total) {
        return total == 0 ? 0 : Math.max(0, Math.multiplyExact(heap, sum) / total - heaps.length);
    }

    private static int next(long[] heaps, long[] taken) {
        int next = -1;
        for (int i = 0; i < heaps.length; i++) {
            if (taken[i] < heaps[i] && (next < 0 || stands(heaps, taken, i, next))) {
                next = i;
            }
        }
        return next;
    }

    /** Whether the next yen of heap i stands before that of heap j: (2t + 1) / heap is less. */
    private static boolean stands(long[] heaps, long[] taken, int i, int j) {
        return Math.multiplyExact(2 * taken[i] + 1, heaps[j])
                < Math.multiplyExact(2 * taken[j] + 1, heaps[i]);
    }
}
