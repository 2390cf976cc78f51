package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What is bought: a line, its price and its product, as Stripe makes them of {@code price_data}.
 */
record LineItems(World world) {

    List<ObjectNode> create(List<Params> lines, String sessionId) {
        if (lines.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (lines.size() > 100) {
            throw StripeError.invalid(
                    "line_items", "A Checkout Session can have at most 100 line items");
        }
        lines.forEach(LineItems::check);
        return lines.stream().map(line -> create(line, sessionId)).toList();
    }

    private static void check(Params line) {
        Params price = line.child("price_data");
        SessionParams.currency(price);
        price.child("product_data").required("name");
        long amount = price.requiredNumber("unit_amount");
        long quantity = line.requiredNumber("quantity");
        if (amount < 0 || amount > 99_999_999) {
            throw StripeError.invalid(
                    price.nameOf("unit_amount"),
                    "This value must be between 0 and 99999999 (inclusive).");
        }
        if (quantity < 1 || quantity > 999_999) {
            throw StripeError.invalid(
                    line.nameOf("quantity"),
                    "This value must be between 1 and 999999 (inclusive).");
        }
    }

    private ObjectNode create(Params line, String sessionId) {
        ObjectNode product = product(line.child("price_data").child("product_data"));
        ObjectNode price = price(line.child("price_data"), Json.text(product, "id"));
        long total = Json.number(price, "unit_amount") * line.requiredNumber("quantity");
        ObjectNode item = Json.template("item");
        item.put("id", Ids.next("li"))
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("currency", "jpy");
        item.put("description", Json.text(product, "name"))
                .put("quantity", line.requiredNumber("quantity"));
        item.set("metadata", line.metadata());
        item.set("price", price);
        item.put("_session", sessionId);
        return world.objects.add(item);
    }

    private ObjectNode product(Params data) {
        ObjectNode product = Json.template("product");
        product.put("id", Ids.next("prod"))
                .put("name", data.required("name"))
                .put("created", world.now())
                .put("updated", world.now());
        data.text("description").ifPresent(text -> product.put("description", text));
        data.texts("images").forEach(product.withArray("images")::add);
        product.set("metadata", data.metadata());
        return world.objects.add(product);
    }

    private ObjectNode price(Params data, String productId) {
        long amount = data.requiredNumber("unit_amount");
        ObjectNode price = Json.template("price");
        price.put("id", Ids.next("price"))
                .put("created", world.now())
                .put("currency", "jpy")
                .put("product", productId);
        price.put(
                "tax_behavior",
                data.choice("tax_behavior", "unspecified", "inclusive", "exclusive"));
        price.put("unit_amount", amount).put("unit_amount_decimal", String.valueOf(amount));
        return world.objects.add(price);
    }
}
