package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Prices and products that Stripe makes of {@code price_data}. Yen. */
record Prices(World world) {

    /** The shape of {@code price_data} below the given prefix. */
    static String shape(String prefix) {
        return prefix
                + ".{currency,unit_amount,tax_behavior,product} "
                + prefix
                + ".recurring.{interval,interval_count}";
    }

    void check(Params data, boolean recurring) {
        SessionParams.currency(data);
        long amount = data.requiredNumber("unit_amount");
        if (amount < 0 || amount > 99_999_999) {
            throw StripeError.invalid(
                    data.nameOf("unit_amount"),
                    "This value must be between 0 and 99999999 (inclusive).");
        }
        if (recurring != data.has("recurring")) {
            throw StripeError.invalid(
                    data.nameOf("recurring"),
                    "Prices are recurring in `subscription` mode and one-time in `payment` mode.");
        }
        checkProduct(data);
        if (recurring) {
            Period.every(recurring(data));
        }
    }

    ObjectNode create(Params data) {
        long amount = data.requiredNumber("unit_amount");
        ObjectNode price = Json.template("price");
        price.put("id", Ids.next("price")).put("created", world.now()).put("currency", "jpy");
        price.put("product", productOf(data));
        price.put(
                "tax_behavior",
                data.choice("tax_behavior", "unspecified", "inclusive", "exclusive"));
        price.put("unit_amount", amount).put("unit_amount_decimal", String.valueOf(amount));
        if (data.has("recurring")) {
            price.put("type", "recurring").set("recurring", recurring(data));
        }
        return world.objects.add(price);
    }

    ObjectNode product(Params data) {
        ObjectNode product = Json.template("product");
        product.put("id", data.text("id").orElseGet(() -> Ids.next("prod")))
                .put("name", data.required("name"))
                .put("created", world.now())
                .put("updated", world.now());
        data.text("description").ifPresent(text -> product.put("description", text));
        data.texts("images").forEach(product.withArray("images")::add);
        product.set("metadata", data.metadata());
        return world.objects.add(product);
    }

    /** The old-fashioned face of a recurring price, which a subscription item still shows. */
    static ObjectNode plan(ObjectNode price) {
        ObjectNode plan = Json.object().put("id", Json.text(price, "id")).put("object", "plan");
        plan.put("active", false).put("amount", Json.number(price, "unit_amount"));
        plan.put("amount_decimal", Json.text(price, "unit_amount_decimal"))
                .put("billing_scheme", "per_unit")
                .put("created", Json.number(price, "created"))
                .put("currency", "jpy")
                .put("interval", Json.text(price.path("recurring"), "interval"))
                .put("interval_count", Json.number(price.path("recurring"), "interval_count"))
                .put("livemode", false);
        plan.putObject("metadata");
        plan.put("product", Json.text(price, "product")).put("usage_type", "licensed");
        List.of("meter", "nickname", "tiers_mode", "transform_usage", "trial_period_days")
                .forEach(plan::putNull);
        return plan;
    }

    private void checkProduct(Params data) {
        if (data.has("product")) {
            world.objects.require("product", data.required("product"), data.nameOf("product"));
        } else {
            data.child("product_data").required("name");
        }
    }

    private String productOf(Params data) {
        return data.text("product")
                .orElseGet(() -> Json.text(product(data.child("product_data")), "id"));
    }

    private static ObjectNode recurring(Params data) {
        Params asked = data.child("recurring");
        ObjectNode recurring = Json.object().put("interval", asked.required("interval"));
        recurring.put("interval_count", asked.number("interval_count").orElse(1));
        return recurring
                .putNull("meter")
                .putNull("trial_period_days")
                .put("usage_type", "licensed");
    }
}
