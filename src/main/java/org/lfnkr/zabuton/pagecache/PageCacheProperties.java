package org.lfnkr.zabuton.pagecache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param memory how much of it pages may take, compressed; 0B keeps none
 */
@ConfigurationProperties("zabuton.pages")
record PageCacheProperties(@DefaultValue("32MB") DataSize memory) {}
