package org.lfnkr.zabuton.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How much may be left unfinished before a proof is asked for. What has been paid doesn't count, so
 * a day with many givers is no attack.
 *
 * @param window how long an unfinished attempt counts
 * @param perSender attempts from one network without proof
 * @param inAll attempts without proof through one gate
 * @param perProof attempts with one proved mail address
 * @param heldPerSender of one piece, in all that is unpaid from one network without proof
 * @param heldPerProof of one piece, in all that is unpaid with one proved mail address
 */
@ConfigurationProperties("zabuton.guard")
record GuardLimits(
        @DefaultValue("6h") Duration window,
        @DefaultValue("3") int perSender,
        @DefaultValue("15") int inAll,
        @DefaultValue("5") int perProof,
        @DefaultValue("4") int heldPerSender,
        @DefaultValue("12") int heldPerProof) {}
