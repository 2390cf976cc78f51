package org.lfnkr.zabuton.giving.raises;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether givers are asked to raise their gifts.
 *
 * @param asked false by default: finance decides on it, since it is a promise about mails
 */
@ConfigurationProperties("zabuton.raises")
record RaiseProperties(@DefaultValue("false") boolean asked) {}
