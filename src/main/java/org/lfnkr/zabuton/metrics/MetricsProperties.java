package org.lfnkr.zabuton.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where metrics are told.
 *
 * @param address which only the machine that watches can reach; this host's own by default
 * @param port 0 for nowhere
 */
@ConfigurationProperties("zabuton.metrics")
record MetricsProperties(@DefaultValue("127.0.0.1") String address, @DefaultValue("0") int port) {}
