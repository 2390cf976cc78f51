package org.lfnkr.zabuton.stock.alone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one person may find or write off alone.
 *
 * @param secondCountAbove a difference of more pieces than that waits until somebody else has found
 *     it as well; 0 for any
 */
@ConfigurationProperties("zabuton.stock")
public record AloneLimit(@DefaultValue("5") int secondCountAbove) {

    public AloneLimit {
        if (secondCountAbove < 0) {
            throw new IllegalArgumentException(
                    "zabuton.stock.second-count-above is 0 or more pieces");
        }
    }

    /**
     * Nobody passes by parts what takes two as a whole; that all is there anybody may find.
     *
     * @param difference pieces that would come, or go where it is below 0
     * @param movedAlone pieces by which one person each has moved it before
     */
    public boolean isLarge(int difference, int movedAlone) {
        return difference != 0
                && (Math.abs(difference) > secondCountAbove
                        || Math.abs(difference + movedAlone) > secondCountAbove);
    }
}
