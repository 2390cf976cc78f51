package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.Role;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody of the staff opened something.
 *
 * @param account of the reader; nothing that the person learns
 * @param role in which they had the right
 */
public record Look(Instant at, UUID account, Role role, Part part, Way way, Reason reason) {}
