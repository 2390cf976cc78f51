package org.lfnkr.zabuton.pagecache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param memory how much of it pages may take; none unless it is set
 */
@ConfigurationProperties("zabuton.pages")
record PageCacheProperties(@DefaultValue("0B") DataSize memory) {}
