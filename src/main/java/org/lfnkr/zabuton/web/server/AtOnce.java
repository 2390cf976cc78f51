package org.lfnkr.zabuton.web.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are worked on at the same time; more than a node can carry would make all of
 * them slow.
 *
 * @param buying of those on the way to a payment, in what no other visitor takes from them
 * @param others of all the rest
 */
@ConfigurationProperties("zabuton.requests.at-once")
record AtOnce(@DefaultValue("32") int buying, @DefaultValue("32") int others) {}
