package org.lfnkr.zabuton.supporters;

import org.springframework.modulith.NamedInterface;

import java.time.Instant;

/** When somebody was first met under an address, and in which language. */
@NamedInterface("inside")
public record Acquaintance(Supporter supporter, String language, Instant metAt) {}
