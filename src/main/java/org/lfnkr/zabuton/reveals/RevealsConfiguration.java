package org.lfnkr.zabuton.reveals;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RevealLimits.class)
class RevealsConfiguration {}
