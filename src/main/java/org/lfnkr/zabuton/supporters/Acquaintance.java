package org.lfnkr.zabuton.supporters;

import java.time.Instant;

/** When somebody was first met under an address, and in which language. */
public record Acquaintance(Supporter supporter, String language, Instant metAt) {}
