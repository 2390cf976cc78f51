package org.lfnkr.zabuton.outbox;

/**
 * Something that has happened: a record of plain fields, told in the past tense. It is stored as
 * JSON for good, so it carries no personal data, under the name that it declares by {@link
 * EventName}.
 */
public interface OutboxEvent {

    /** The business object it happened to; its events reach each module in their order. */
    String stream();
}
