package org.lfnkr.zabuton.reveals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When whoever approves is warned.
 *
 * @param manyADay more that one account opens, prints and exports on a day in Tokyo
 */
@ConfigurationProperties("zabuton.reveals")
record RevealLimits(@DefaultValue("60") int manyADay) {}
