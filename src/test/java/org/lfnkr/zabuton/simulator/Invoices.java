package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Invoices and the payments on them, as objects. What happens to them in time is {@link Billing}.
 */
record Invoices(World world) {

    static final String TYPE = "invoice";
    static final String PAYMENT = "invoice_payment";

    /** The event by which the shop is told of a new one. */
    private static final String CREATED = "_created_event";

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, TYPE);
    }

    List<ObjectNode> in(String status) {
        return world.objects.oldestFirst(
                TYPE, invoice -> Json.text(invoice, "status").equals(status));
    }

    ObjectNode draft(ObjectNode subscription, String reason, Period before, boolean free) {
        ObjectNode invoice = Json.template(TYPE);
        String id = Ids.next("in");
        ObjectNode customer =
                world.objects.require("customer", Json.text(subscription, "customer"), "customer");
        invoice.put("id", id)
                .put("created", world.now())
                .put("billing_reason", reason)
                .put("customer", Json.text(customer, "id"))
                .put("customer_email", Json.text(customer, "email"))
                .put("customer_name", Json.text(customer, "name"))
                .put("period_start", before.start())
                .put("period_end", before.end());
        invoice.set("parent", parent(subscription));
        ((ObjectNode) invoice.path("lines")).put("url", "/v1/invoices/" + id + "/lines");
        Subscriptions.items(subscription)
                .forEach(
                        item ->
                                invoice.path("lines")
                                        .withArray("data")
                                        .add(line(invoice, (ObjectNode) item, free)));
        setTotal(invoice);
        subscription.put("latest_invoice", id);
        ObjectNode event = world.events.publish("invoice.created", world.objects.add(invoice));
        invoice.put(CREATED, Json.text(event, "id"));
        return invoice;
    }

    void open(ObjectNode invoice) {
        String id = Json.text(invoice, "id");
        int number =
                world.objects.oldestFirst(TYPE, other -> !other.path("number").isNull()).size() + 1;
        invoice.put("status", "open")
                .put("number", "SIM-%04d".formatted(number))
                .put("effective_at", world.now())
                .put("ending_balance", 0)
                .put("hosted_invoice_url", world.baseUrl() + "/i/" + id)
                .put("invoice_pdf", world.baseUrl() + "/i/" + id)
                .putNull("automatically_finalizes_at");
        ((ObjectNode) invoice.path("parent").path("subscription_details"))
                .set("metadata", metadataOf(subscription(invoice)));
        transition(invoice, "finalized_at");
        world.events.publish("invoice.finalized", invoice);
    }

    void paid(ObjectNode invoice) {
        long total = Json.number(invoice, "total");
        invoice.put("status", "paid")
                .put("amount_paid", total)
                .put("amount_remaining", 0)
                .put("attempted", true)
                .put("auto_advance", false)
                .putNull("next_payment_attempt");
        transition(invoice, "paid_at");
        world.events.publish("invoice.paid", invoice);
        world.events.publish("invoice.payment_succeeded", invoice);
    }

    void end(ObjectNode invoice, String status) {
        boolean voided = status.equals("void");
        invoice.put("status", status)
                .put("auto_advance", false)
                .putNull("next_payment_attempt")
                .putNull("automatically_finalizes_at");
        transition(invoice, voided ? "voided_at" : "marked_uncollectible_at");
        world.events.publish(voided ? "invoice.voided" : "invoice.marked_uncollectible", invoice);
    }

    void bind(ObjectNode invoice, ObjectNode intent) {
        ObjectNode payment = Json.template(PAYMENT);
        payment.put("id", Ids.next("inpay"))
                .put("created", world.now())
                .put("invoice", Json.text(invoice, "id"))
                .put("amount_requested", Json.number(invoice, "total"));
        payment.putObject("payment")
                .put("type", "payment_intent")
                .put("payment_intent", Json.text(intent, "id"));
        world.objects.add(payment);
    }

    void paymentPaid(ObjectNode invoice) {
        ObjectNode payment = payments(world.objects, Json.text(invoice, "id")).getFirst();
        payment.put("status", "paid").put("amount_paid", Json.number(invoice, "total"));
        ((ObjectNode) payment.path("status_transitions")).put("paid_at", world.now());
        world.events.publish("invoice_payment.paid", payment);
    }

    static List<ObjectNode> payments(ObjectStore objects, String invoiceId) {
        return objects.oldestFirst(
                PAYMENT, payment -> Json.text(payment, "invoice").equals(invoiceId));
    }

    static String subscription(ObjectNode invoice) {
        return Json.text(invoice.path("parent").path("subscription_details"), "subscription");
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        String subscription = params.text("subscription").orElse("");
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "customer"))
                        .and(Listing.same(params, "status"))
                        .and(
                                invoice ->
                                        subscription.isEmpty()
                                                || subscription(invoice).equals(subscription));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    ObjectNode listPayments(Call call) {
        Params params = call.params();
        String intent = params.child("payment").text("payment_intent").orElse("");
        Predicate<ObjectNode> filter =
                Listing.same(params, "invoice")
                        .and(Listing.same(params, "status"))
                        .and(
                                payment ->
                                        intent.isEmpty()
                                                || Json.text(
                                                                payment.path("payment"),
                                                                "payment_intent")
                                                        .equals(intent));
        return Listing.page(call, world.objects.newestFirst(PAYMENT, filter));
    }

    /** Follows the subscription while the invoice is a draft, and is a snapshot from then on. */
    private ObjectNode metadataOf(String subscription) {
        return (ObjectNode)
                world.objects
                        .require("subscription", subscription, "id")
                        .path("metadata")
                        .deepCopy();
    }

    private static ObjectNode parent(ObjectNode subscription) {
        ObjectNode parent =
                Json.object().putNull("quote_details").put("type", "subscription_details");
        ObjectNode details = parent.putObject("subscription_details");
        details.set("metadata", subscription.path("metadata").deepCopy());
        details.put("subscription", Json.text(subscription, "id"));
        return parent;
    }

    private static ObjectNode line(ObjectNode invoice, ObjectNode item, boolean free) {
        ObjectNode line = Json.template("line_item");
        long quantity = Json.number(item, "quantity");
        long amount = free ? 0 : quantity * Json.number(item.path("price"), "unit_amount");
        line.put("id", Ids.next("il"))
                .put("amount", amount)
                .put("subtotal", amount)
                .put("quantity", quantity)
                .put("quantity_decimal", String.valueOf(quantity))
                .put("description", free ? "Trial period" : quantity + " × subscription")
                .put("invoice", Json.text(invoice, "id"))
                .put("subscription", Json.text(item, "subscription"));
        ((ObjectNode) line.path("period"))
                .put("start", Json.number(item, "current_period_start"))
                .put("end", Json.number(item, "current_period_end"));
        ObjectNode parent =
                line.putObject("parent")
                        .putNull("invoice_item_details")
                        .put("type", "subscription_item_details");
        parent.putObject("subscription_item_details")
                .putNull("invoice_item")
                .put("proration", false)
                .putNull("proration_details")
                .put("subscription", Json.text(item, "subscription"))
                .put("subscription_item", Json.text(item, "id"));
        ObjectNode pricing = line.putObject("pricing").put("type", "price_details");
        pricing.put(
                "unit_amount_decimal",
                free ? "0" : Json.text(item.path("price"), "unit_amount_decimal"));
        pricing.putObject("price_details")
                .put("price", Json.text(item.path("price"), "id"))
                .put("product", Json.text(item.path("price"), "product"));
        return line;
    }

    private static void setTotal(ObjectNode invoice) {
        long total =
                invoice.path("lines")
                        .path("data")
                        .valueStream()
                        .mapToLong(line -> Json.number(line, "amount"))
                        .sum();
        for (String key :
                List.of(
                        "amount_due",
                        "amount_remaining",
                        "subtotal",
                        "subtotal_excluding_tax",
                        "total",
                        "total_excluding_tax")) {
            invoice.put(key, total);
        }
    }

    private void transition(ObjectNode invoice, String when) {
        ((ObjectNode) invoice.path("status_transitions")).put(when, world.now());
    }

    /**
     * Where nobody answers {@code invoice.created}, Stripe waits with the next step up to 72 hours.
     */
    long finalizesAt(ObjectNode invoice) {
        boolean refused =
                world.objects
                        .find(Json.text(invoice, CREATED))
                        .filter(event -> Json.text(event, "_delivery").startsWith("refused"))
                        .isPresent();
        long planned = Json.number(invoice, "automatically_finalizes_at");
        return refused
                ? Json.number(invoice, "created") + Duration.ofHours(72).toSeconds()
                : planned;
    }
}
