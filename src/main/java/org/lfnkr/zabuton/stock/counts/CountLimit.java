package org.lfnkr.zabuton.stock.counts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one person may find alone.
 *
 * @param secondCountAbove a difference of more pieces than that waits until somebody else has found
 *     it as well; 0 for any
 */
@ConfigurationProperties("zabuton.stock")
record CountLimit(@DefaultValue("5") int secondCountAbove) {

    CountLimit {
        if (secondCountAbove < 0) {
            throw new IllegalArgumentException(
                    "zabuton.stock.second-count-above is 0 or more pieces");
        }
    }

    boolean isLarge(int difference) {
        return Math.abs(difference) > secondCountAbove;
    }
}
