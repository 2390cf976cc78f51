package org.lfnkr.zabuton.supporters;

import java.time.Instant;

/** What somebody agreed to, in the words they saw. */
record Consent(String version, String wording, Instant givenAt) {}
