package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.shipping.PostalTown;

import java.util.List;
import java.util.Optional;

/** Which of a postal code's towns is meant. */
final class PostalChoice {

    private PostalChoice() {}

    /**
     * The only town, or the chosen one; empty while the visitor has to choose.
     *
     * @param chosen place of the town in the list, as the form sends it
     */
    static Optional<PostalTown> of(List<PostalTown> towns, @Nullable String chosen) {
        if (towns.size() == 1) {
            return Optional.of(towns.getFirst());
        }
        boolean isPlace = chosen != null && chosen.matches("[0-9]{1,3}");
        int place = isPlace ? Integer.parseInt(chosen) : towns.size();
        return place < towns.size() ? Optional.of(towns.get(place)) : Optional.empty();
    }
}
