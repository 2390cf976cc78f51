package org.lfnkr.zabuton.guard;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody at a gate.
 *
 * @param attempt what they attempt; knocking again with the same attempt counts once
 * @param sender fingerprint of the network the request comes from; never the address itself
 * @param proof fingerprint of the mail address that this browser has proved; null without proof
 * @param pieces what the attempt would keep from others while it is unpaid: how many of each
 */
public record Knock(
        Gate gate,
        UUID attempt,
        byte[] sender,
        byte @Nullable [] proof,
        Map<UUID, Integer> pieces) {}
