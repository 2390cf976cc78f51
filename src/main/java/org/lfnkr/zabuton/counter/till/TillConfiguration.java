package org.lfnkr.zabuton.counter.till;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of the till. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TerminalFee.class)
class TillConfiguration {}
