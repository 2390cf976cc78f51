package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The lines of a session: what is bought, each with the price that Stripe makes of it. */
record LineItems(World world, Prices prices) {

    List<ObjectNode> create(List<Params> lines, String sessionId, boolean recurring) {
        if (lines.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (lines.size() > 100) {
            throw StripeError.invalid(
                    "line_items", "A Checkout Session can have at most 100 line items");
        }
        lines.forEach(line -> check(line, recurring));
        return lines.stream().map(line -> create(line, sessionId)).toList();
    }

    private void check(Params line, boolean recurring) {
        prices.check(line.child("price_data"), recurring);
        long quantity = line.requiredNumber("quantity");
        if (quantity < 1 || quantity > 999_999) {
            throw StripeError.invalid(
                    line.nameOf("quantity"),
                    "This value must be between 1 and 999999 (inclusive).");
        }
    }

    private ObjectNode create(Params line, String sessionId) {
        ObjectNode price = prices.create(line.child("price_data"));
        long total = Json.number(price, "unit_amount") * line.requiredNumber("quantity");
        ObjectNode item = Json.template("item");
        item.put("id", Ids.next("li"))
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("currency", "jpy");
        item.put("description", nameOf(price)).put("quantity", line.requiredNumber("quantity"));
        item.set("metadata", line.metadata());
        item.set("price", price);
        item.put("_session", sessionId);
        return world.objects.add(item);
    }

    private String nameOf(ObjectNode price) {
        String product = Json.text(price, "product");
        return Json.text(world.objects.require("product", product, "product"), "name");
    }
}
