package org.lfnkr.zabuton.fulfilment.carrierfile;

/** What a column of a carrier's file may hold. */
enum CarrierField {
    /** The order's code. */
    REFERENCE,
    NAME,
    /** Such as {@code 150-0001}. */
    POSTAL_CODE,
    /** Such as {@code 1500001}. */
    POSTAL_DIGITS,
    PREFECTURE,
    CITY,
    STREET,
    BUILDING,
    /** Prefecture, city, street and building. */
    ADDRESS,
    PHONE,
    /** The wished day; empty without one. */
    DAY,
    /** The wished hours, as {@code zabuton.carrier-file.slots} writes them; empty without any. */
    SLOT,
    /** Whoever gives it, where the buyer wishes so; else the organisation. */
    SENDER,
    ORGANISATION,
    ORGANISATION_ADDRESS,
    ORGANISATION_PHONE,
    /** Today. */
    SHIPPED_ON
}
