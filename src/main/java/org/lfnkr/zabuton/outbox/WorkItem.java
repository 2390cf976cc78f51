package org.lfnkr.zabuton.outbox;

import java.time.Instant;

/**
 * A piece of work that was taken up.
 *
 * @param key what it is about; the same work is asked for under the same key
 * @param attempts how often it was tried, with this time
 * @param since when it was due first, or staff asked for it again
 * @param number of the request: who asks again meanwhile wants it done once more
 */
public record WorkItem(String kind, String key, int attempts, Instant since, long number) {}
