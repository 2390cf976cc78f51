package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * What Checkout makes when somebody finishes a page: a customer where one is wanted, and a plan.
 */
record Enrolment(
        World world,
        Customers customers,
        PaymentMethods methods,
        Subscriptions subscriptions,
        Invoices invoices,
        Collecting collecting) {

    /** The first payment of a plan: the subscription is incomplete until its invoice is paid. */
    void startPlan(
            ObjectNode session,
            ObjectNode intent,
            Buyer buyer,
            TestCard card,
            boolean authenticated) {
        beginPlan(session, intent, buyer, card);
        ObjectNode subscription = subscriptions.require(Json.text(session, "_subscription"));
        ObjectNode invoice = invoices.require(Json.text(subscription, "latest_invoice"));
        collecting.settle(invoice, subscription, intent, card, authenticated);
        session.put("subscription", Json.text(subscription, "id"))
                .put("invoice", Json.text(invoice, "id"));
    }

    /**
     * Pressing the button makes the subscription, which shows on the session only when that is
     * complete. Whoever leaves at the bank's question leaves it incomplete.
     */
    void beginPlan(ObjectNode session, ObjectNode intent, Buyer buyer, TestCard card) {
        ObjectNode customer = customerOf(session, buyer);
        ObjectNode method = methods.attach(customer, card, methods.far());
        intent.put("customer", Json.text(customer, "id"))
                .put("payment_method", Json.text(method, "id"))
                .put("setup_future_usage", "off_session")
                .put("description", "Subscription creation");
        if (session.has("_subscription")) {
            subscriptions
                    .require(Json.text(session, "_subscription"))
                    .put("default_payment_method", Json.text(method, "id"));
            return;
        }
        ObjectNode subscription = subscriptions.create(session, customer, method);
        Period now = new Period(world.now(), world.now());
        ObjectNode invoice = invoices.draft(subscription, "subscription_create", now, false);
        invoices.open(invoice);
        invoices.bind(invoice, intent);
        session.put("_subscription", Json.text(subscription, "id"));
    }

    /** Only a session that asks for it makes a customer of a buyer. */
    void keepBuyer(ObjectNode session, ObjectNode intent, Buyer buyer) {
        boolean wanted =
                Json.text(session, "customer_creation").equals("always")
                        || !Json.text(session, "customer").isEmpty();
        if (wanted) {
            intent.put("customer", Json.text(customerOf(session, buyer), "id"));
        }
    }

    private ObjectNode customerOf(ObjectNode session, Buyer buyer) {
        String known = Json.text(session, "customer");
        ObjectNode customer =
                known.isEmpty()
                        ? customers.create(buyer.email(), buyer.name())
                        : customers.require(known);
        session.put("customer", Json.text(customer, "id"));
        return customer;
    }
}
