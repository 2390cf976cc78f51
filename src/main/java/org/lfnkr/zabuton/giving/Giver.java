package org.lfnkr.zabuton.giving;

/**
 * Who gave, as they named themselves with the gift.
 *
 * @param group whether it is a company, a class or another group (御中) and not a person (様)
 */
public record Giver(String name, boolean group) {

    @Override
    public String toString() {
        return "Giver[…]";
    }
}
