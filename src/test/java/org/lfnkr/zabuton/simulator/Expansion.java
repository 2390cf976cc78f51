package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.List;
import java.util.Set;

/**
 * Replaces ids by the objects that they name, along the paths of {@code expand[]}, at most four
 * levels deep.
 */
record Expansion(ObjectStore objects) {

    /** Properties that can be expanded and that an object has only in some states. */
    private static final Set<String> SOMETIMES_THERE = Set.of("refund.failure_balance_transaction");

    ObjectNode render(ObjectNode answer, List<String> paths) {
        ObjectNode rendered = ObjectStore.published(answer);
        paths.forEach(path -> expand(rendered, List.of(path.split("\\.")), path));
        return rendered;
    }

    private void expand(JsonNode node, List<String> steps, String path) {
        if (steps.size() > 4) {
            throw StripeError.invalid(
                    "expand", "You cannot expand more than 4 levels of a property (" + path + ").");
        }
        if (steps.isEmpty() || node.isNull()) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> expand(item, steps, path));
        } else if (node instanceof ObjectNode object) {
            expand(
                    expanded(object, steps.getFirst(), steps.size() == 1, path),
                    steps.subList(1, steps.size()),
                    path);
        } else {
            throw StripeError.invalid("expand", "This property cannot be expanded (" + path + ").");
        }
    }

    private JsonNode expanded(ObjectNode object, String key, boolean last, String path) {
        includeLineItems(object, key);
        includePayments(object, key);
        JsonNode value = object.path(key);
        if (object.has("deleted")) {
            return NullNode.getInstance();
        }
        if (value.isMissingNode()
                && SOMETIMES_THERE.contains(Json.text(object, "object") + "." + key)) {
            return NullNode.getInstance();
        }
        boolean unknown =
                value.isMissingNode()
                        || (last
                                && value.isString()
                                && objects.find(value.stringValue()).isEmpty());
        if (unknown) {
            throw StripeError.invalid("expand", "This property cannot be expanded (" + path + ").");
        }
        if (value instanceof StringNode id) {
            object.set(
                    key,
                    ObjectStore.published(
                            objects.require(typeOf(id.stringValue()), id.stringValue(), "expand")));
        }
        return object.path(key);
    }

    private void includePayments(ObjectNode object, String key) {
        if (key.equals("payments") && Json.text(object, "object").equals("invoice")) {
            String id = Json.text(object, "id");
            String url = "/v1/invoice_payments?invoice=" + id;
            List<ObjectNode> payments = Invoices.payments(objects, id);
            object.set(key, ObjectStore.published(Listing.list(url, payments, false)));
        }
    }

    /** Line items are not an id that is replaced but a list that is there on demand. */
    private void includeLineItems(ObjectNode object, String key) {
        if (key.equals("line_items")
                && Json.text(object, "object").equals("checkout.session")
                && !object.has(key)) {
            String url = "/v1/checkout/sessions/" + Json.text(object, "id") + "/line_items";
            List<ObjectNode> items = CheckoutSessions.lineItems(objects, Json.text(object, "id"));
            ObjectNode list =
                    Listing.list(
                            url, items.subList(0, Math.min(10, items.size())), items.size() > 10);
            object.set(key, ObjectStore.published(list));
        }
    }

    private String typeOf(String id) {
        return objects.find(id).map(found -> Json.text(found, "object")).orElse("object");
    }
}
