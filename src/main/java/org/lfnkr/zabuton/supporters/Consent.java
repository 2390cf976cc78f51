package org.lfnkr.zabuton.supporters;

import org.springframework.modulith.NamedInterface;

import java.time.Instant;

/**
 * What somebody agreed to, in the words they saw, or took back.
 *
 * @param kind what it is about, such as the cause of a gift
 */
@NamedInterface("inside")
public record Consent(
        String kind, String version, String wording, Instant givenAt, boolean withdrawal) {}
