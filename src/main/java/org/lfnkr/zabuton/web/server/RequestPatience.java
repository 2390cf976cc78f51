package org.lfnkr.zabuton.web.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long the server waits for what a sender has begun, and a sender for us.
 *
 * @param head from the answer before, or from the connection's beginning, to the end of the next
 *     request's headers; longer than a proxy keeps an idle connection to us
 * @param body from the end of the headers to that of the body
 * @param answer until an answer begins; longer than Stripe is waited for
 * @param reading while a reader takes nothing of an answer
 */
@ConfigurationProperties("zabuton.requests")
record RequestPatience(
        @DefaultValue("75s") Duration head,
        @DefaultValue("30s") Duration body,
        @DefaultValue("15s") Duration answer,
        @DefaultValue("30s") Duration reading) {}
