package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/**
 * Gets the money of an invoice from the card on file, and tries again on a schedule where the bank
 * refuses.
 */
record Collecting(
        World world,
        Subscriptions subscriptions,
        Invoices invoices,
        PaymentMethods methods,
        PaymentIntents intents,
        Charges charges,
        BalanceTransactions balance) {

    /** Days between the tries: eight in two weeks. */
    private static final List<Integer> PAUSES = List.of(1, 2, 2, 2, 2, 2, 3);

    /** Stripe tries by its schedule. */
    void collect(ObjectNode invoice) {
        invoice.put("_tries", Json.number(invoice, "_tries") + 1);
        if (isRefusedForGood(invoice)) {
            plan(invoice, "invoice.updated");
            return;
        }
        countAttempt(invoice);
        if (!charged(invoice)) {
            plan(invoice, "invoice.payment_failed");
        }
    }

    /** The schedule goes on, but charges nothing until there is another card. */
    private boolean isRefusedForGood(ObjectNode invoice) {
        ObjectNode method = methodOf(subscriptions.require(Invoices.subscription(invoice)));
        return Json.text(invoice, "_refused").equals(Json.text(method, "id"));
    }

    /** Asked for by the API, which leaves the schedule as it was. */
    void collectNow(ObjectNode invoice) {
        countManualAttempt(invoice);
        if (!charged(invoice)) {
            world.events.publish("invoice.payment_failed", invoice);
        }
    }

    /** The customer is not there: a card that asks for 3-D Secure can't be charged. */
    private boolean charged(ObjectNode invoice) {
        ObjectNode subscription = subscriptions.require(Invoices.subscription(invoice));
        ObjectNode method = methodOf(subscription);
        TestCard card = methods.card(method);
        ObjectNode intent = intentOf(invoice, subscription, method);
        if (card.challengesAlways()) {
            invoice.put("_refused", Json.text(method, "id"));
            askForAction(intent, invoice);
            return false;
        }
        if (!card.decline.isEmpty()) {
            if (card.isHard()) {
                invoice.put("_refused", Json.text(method, "id"));
            }
            intents.fail(intent, decline(intent, subscription, card));
            return false;
        }
        accept(invoice, subscription, intent, card, false);
        charges.settleFees();
        return true;
    }

    /**
     * The customer pays on Stripe's page of the invoice, and passes 3-D Secure where it is asked.
     */
    Outcome payOnPage(ObjectNode invoice, TestCard card) {
        if (!Json.text(invoice, "status").equals("open")) {
            return Outcome.stays(Outcome.Status.NOT_OPEN, "This invoice is not open.");
        }
        ObjectNode subscription = subscriptions.require(Invoices.subscription(invoice));
        ObjectNode intent = intentOf(invoice, subscription, methodOf(subscription));
        if (!card.decline.isEmpty()) {
            intents.fail(intent, decline(intent, subscription, card));
            return Outcome.stays(Outcome.Status.DECLINED, card.message());
        }
        countManualAttempt(invoice);
        accept(invoice, subscription, intent, card, card.challenges);
        charges.settleFees();
        return Outcome.stays(Outcome.Status.PAID, "");
    }

    /** The first payment, made on the page of Checkout. */
    void settle(
            ObjectNode invoice,
            ObjectNode subscription,
            ObjectNode intent,
            TestCard card,
            boolean authenticated) {
        countAttempt(invoice);
        accept(invoice, subscription, intent, card, authenticated);
    }

    private void accept(
            ObjectNode invoice,
            ObjectNode subscription,
            ObjectNode intent,
            TestCard card,
            boolean authenticated) {
        intents.succeed(intent, charges.succeedByCard(intent, buyer(invoice), card, authenticated));
        balance.bookBilling(Json.number(intent, "amount"));
        invoices.paymentPaid(invoice);
        invoices.paid(invoice);
        if (List.of("incomplete", "past_due", "unpaid")
                .contains(Json.text(subscription, "status"))) {
            subscriptions.setStatus(subscription, "active");
        }
    }

    /** A subscription is past due for its latest invoice only. */
    void forgive(ObjectNode invoice) {
        ObjectNode subscription = subscriptions.require(Invoices.subscription(invoice));
        boolean latest = Json.text(subscription, "latest_invoice").equals(Json.text(invoice, "id"));
        if (latest && Json.text(subscription, "status").equals("past_due")) {
            subscriptions.setStatus(subscription, "active");
        }
    }

    /** When it is tried next, if ever. */
    private void plan(ObjectNode invoice, String event) {
        ObjectNode subscription = subscriptions.require(Invoices.subscription(invoice));
        long attempt = Json.number(invoice, "_tries");
        boolean last = attempt > PAUSES.size();
        if (last) {
            invoice.putNull("next_payment_attempt").put("auto_advance", false);
        } else {
            invoice.put(
                    "next_payment_attempt",
                    world.now() + Duration.ofDays(PAUSES.get((int) attempt - 1)).toSeconds());
        }
        world.events.publish(event, invoice);
        if (last) {
            giveUp(subscription);
        } else if (Json.text(subscription, "status").equals("active")) {
            subscriptions.setStatus(subscription, "past_due");
        }
    }

    private void giveUp(ObjectNode subscription) {
        switch (world.afterRetries) {
            case CANCEL -> subscriptions.end(subscription, "payment_failed");
            case MARK_UNPAID -> subscriptions.setStatus(subscription, "unpaid");
            case LEAVE_PAST_DUE -> {}
        }
    }

    private void askForAction(ObjectNode intent, ObjectNode invoice) {
        intents.requireAction(
                intent,
                Json.object().put("type", "use_stripe_sdk").set("use_stripe_sdk", Json.object()));
        world.events.publish("invoice.payment_action_required", invoice);
    }

    private ObjectNode decline(ObjectNode intent, ObjectNode subscription, TestCard card) {
        ObjectNode customer =
                world.objects.require("customer", Json.text(subscription, "customer"), "customer");
        Buyer buyer = new Buyer(Json.text(customer, "email"), Json.text(customer, "name"));
        ObjectNode charge = charges.decline(intent, buyer, card, false);
        return Json.object()
                .put("charge", Json.text(charge, "id"))
                .put("code", card.errorCode())
                .put("decline_code", card.decline)
                .put("message", card.message())
                .put("type", "card_error");
    }

    private ObjectNode intentOf(ObjectNode invoice, ObjectNode subscription, ObjectNode method) {
        List<ObjectNode> payments = Invoices.payments(world.objects, Json.text(invoice, "id"));
        if (!payments.isEmpty()) {
            ObjectNode intent =
                    intents.require(
                            Json.text(payments.getFirst().path("payment"), "payment_intent"));
            return intent.put("payment_method", Json.text(method, "id"));
        }
        ObjectNode intent =
                intents.forInvoice(
                        invoice, Json.text(subscription, "customer"), Json.text(method, "id"));
        invoices.bind(invoice, intent);
        return intent;
    }

    /** Stripe takes the subscription's own card before the customer's. */
    private ObjectNode methodOf(ObjectNode subscription) {
        String own = Json.text(subscription, "default_payment_method");
        ObjectNode customer =
                world.objects.require("customer", Json.text(subscription, "customer"), "customer");
        return methods.require(
                own.isEmpty()
                        ? Json.text(customer.path("invoice_settings"), "default_payment_method")
                        : own);
    }

    /** The first counts, and whatever Stripe tries by itself; what the customer does later, not. */
    private static void countManualAttempt(ObjectNode invoice) {
        invoice.put("attempted", true)
                .put("attempt_count", Math.max(1, Json.number(invoice, "attempt_count")));
    }

    private static void countAttempt(ObjectNode invoice) {
        invoice.put("attempted", true)
                .put("attempt_count", Json.number(invoice, "attempt_count") + 1);
    }

    private static Buyer buyer(ObjectNode invoice) {
        return new Buyer(Json.text(invoice, "customer_email"), Json.text(invoice, "customer_name"));
    }
}
