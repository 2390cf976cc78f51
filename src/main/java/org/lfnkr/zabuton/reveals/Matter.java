package org.lfnkr.zabuton.reveals;

import java.util.UUID;

/**
 * The record of which something is opened.
 *
 * @param kind of record, as {@link Masked#kind()} says it
 */
public record Matter(String kind, UUID id) {}
