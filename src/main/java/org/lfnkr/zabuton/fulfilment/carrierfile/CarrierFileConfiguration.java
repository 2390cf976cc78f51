package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierFileProperties.class)
class CarrierFileConfiguration {}
