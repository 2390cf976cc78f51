package org.lfnkr.zabuton.evidence;

import java.util.UUID;

/** A sealed file; the id says nothing of what is in it. */
public record EvidenceId(UUID value) {}
