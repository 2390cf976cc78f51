package org.lfnkr.zabuton.outbox;

/**
 * How far the handlers have come with what was told of some streams.
 *
 * @param last number of the latest event; the same number is the same past
 * @param complete whether every handler has had every event
 */
public record Progress(long last, boolean complete) {}
