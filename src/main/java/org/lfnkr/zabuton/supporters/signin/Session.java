package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.supporters.Member;

import java.time.Instant;
import java.util.UUID;

/**
 * That a member is signed in at a browser; may be a controller's argument, as {@link Member} may.
 *
 * @param begunAt when they signed in
 */
public record Session(UUID id, Member member, Instant begunAt) {}
