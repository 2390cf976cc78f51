package org.lfnkr.zabuton.supporters;

/**
 * By what the database knows a mail address, for who looks it up with other things.
 *
 * @param lock a number for a lock, the same on every node
 * @param candidates its fingerprints in hexadecimal digits, newest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KnownAs(long lock, String[] candidates) {}
