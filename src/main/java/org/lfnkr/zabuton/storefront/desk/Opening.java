package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whether a shop can open, as it stands now.
 *
 * @param roles that somebody of the staff has
 * @param offers what is on sale
 * @param available how many pieces of all of it could leave the shelf
 * @param ships whether a parcel to Tokyo has a price
 * @param outcome whether a price of rice is backed by evidence
 * @param policy whether it is said which funds the profit goes to
 * @param closedGates how many ways to the payment page are shut
 */
record Opening(
        Set<Role> roles,
        Collection<Offer> offers,
        long available,
        boolean ships,
        boolean outcome,
        boolean policy,
        int closedGates) {

    /** Who sells, who sends and who looks after the money. */
    private static final Set<Role> NEEDED = Set.of(Role.SHOP, Role.FULFILMENT, Role.FINANCE);

    Opening {
        roles = Set.copyOf(roles);
        offers = List.copyOf(offers);
    }

    /** Whether nobody can order yet, whatever else is missing. */
    boolean isShut() {
        return isShut(offers, available, ships);
    }

    /** The same, before the rest is known. */
    static boolean isShut(Collection<Offer> offers, long available, boolean ships) {
        return offers.isEmpty() || !canLeave(offers, available) || !ships;
    }

    /** How many steps are missing. */
    long left() {
        return steps().stream().filter(step -> !step.isDone()).count();
    }

    /** In the order in which they are to be done. */
    List<Step> steps() {
        return List.of(
                new Step(
                        "people",
                        "/desk/staff",
                        Right.MANAGE_STAFF,
                        roles.containsAll(NEEDED) ? 0 : 1),
                new Step("goods", "/desk/products", Right.SET_PRICES, offers.isEmpty() ? 1 : 0),
                new Step("costs", "/desk/products", Right.SET_PRICES, uncosted()),
                new Step("stock", "/desk/stock", Right.KEEP_STOCK, canLeave() ? 0 : 1),
                new Step("shipping", "/desk/shipping", Right.SET_PRICES, ships ? 0 : 1),
                new Step("outcome", "/desk/outcome-prices", Right.PROPOSE_PRICES, outcome ? 0 : 1),
                new Step("policy", "/desk/policies", Right.PROPOSE_POLICIES, policy ? 0 : 1),
                new Step("gates", "/desk/gates", Right.SET_GATES, closedGates));
    }

    /** Nothing is known of the costs of nothing. */
    private int uncosted() {
        return offers.isEmpty()
                ? 1
                : (int) offers.stream().filter(offer -> offer.costSheet() == null).count();
    }

    private boolean canLeave() {
        return canLeave(offers, available);
    }

    private static boolean canLeave(Collection<Offer> offers, long available) {
        return available > 0 || offers.stream().anyMatch(offer -> offer.variant().madeToOrder());
    }
}
