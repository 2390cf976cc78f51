package org.lfnkr.zabuton.supporters.signin;

import java.time.Instant;
import java.util.UUID;

/** A session as its owner sees it among the others. */
public record SessionLine(UUID id, Device device, Instant begunAt, Instant seenAt) {}
