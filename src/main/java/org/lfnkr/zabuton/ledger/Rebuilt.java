package org.lfnkr.zabuton.ledger;

/**
 * What became of figures that were computed anew.
 *
 * @param before the hash of what was kept, and after that of what was computed
 */
public record Rebuilt(String name, String before, String after) {

    public boolean isSame() {
        return before.equals(after);
    }
}
