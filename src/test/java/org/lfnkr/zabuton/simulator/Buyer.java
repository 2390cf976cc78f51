package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

/** What a person types on the hosted page beside the means of payment. */
record Buyer(String email, String name) {

    static final Buyer NOBODY_IN_PARTICULAR = new Buyer("shopper@example.com", "Test Shopper");

    ObjectNode customerDetails() {
        ObjectNode details = Json.object();
        details.set("address", address());
        details.putNull("business_name")
                .put("email", email)
                .putNull("individual_name")
                .put("name", name)
                .putNull("phone");
        details.put("tax_exempt", "none").putArray("tax_ids");
        return details;
    }

    ObjectNode billingDetails() {
        ObjectNode details = Json.object();
        details.set("address", address());
        return details.put("email", email).put("name", name).putNull("phone").putNull("tax_id");
    }

    private static ObjectNode address() {
        return Json.object()
                .putNull("city")
                .put("country", "JP")
                .putNull("line1")
                .putNull("line2")
                .putNull("postal_code")
                .putNull("state");
    }
}
