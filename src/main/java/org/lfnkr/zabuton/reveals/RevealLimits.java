package org.lfnkr.zabuton.reveals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When whoever approves is warned, and how often somebody may be asked for.
 *
 * @param manyADay more that one account opens, prints and exports on a day in Tokyo
 * @param lookUpsAnHour by which one account asks for people
 */
@ConfigurationProperties("zabuton.reveals")
record RevealLimits(@DefaultValue("60") int manyADay, @DefaultValue("30") int lookUpsAnHour) {}
