package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** {@code /v1/invoices} and {@code /v1/invoice_payments}. */
record InvoiceActions(World world, Invoices invoices, Collecting collecting) implements Resource {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET /v1/invoices",
                        Shape.list("customer subscription status", Listing.CREATED),
                        invoices::list),
                Route.of("GET /v1/invoices/{id}", Shape.of(), call -> invoices.require(call.id())),
                Route.of("POST /v1/invoices/{id}", Shape.of("auto_advance"), this::leave),
                Route.of(
                        "POST /v1/invoices/{id}/finalize",
                        Shape.of("auto_advance"),
                        this::makeFinal),
                Route.of("POST /v1/invoices/{id}/pay", Shape.of("off_session"), this::pay),
                Route.of("POST /v1/invoices/{id}/void", Shape.of(), this::voidIt),
                Route.of(
                        "GET /v1/invoice_payments",
                        Shape.list("invoice status payment.{type,payment_intent}"),
                        invoices::listPayments),
                Route.of(
                        "GET /v1/invoice_payments/{id}",
                        Shape.of(),
                        call -> world.objects.require(Invoices.PAYMENT, call.id(), "id")));
    }

    private ObjectNode pay(Call call) {
        ObjectNode invoice = open(call.id(), "paid");
        collecting.collectNow(invoice);
        if (!Json.text(invoice, "status").equals("paid")) {
            throw StripeError.declined("Your card was declined.");
        }
        return invoice;
    }

    private ObjectNode leave(Call call) {
        ObjectNode invoice = draft(call.id(), "updated");
        invoice.put("auto_advance", call.params().flag("auto_advance"));
        invoice.putNull("automatically_finalizes_at");
        world.events.publish("invoice.updated", invoice);
        return invoice;
    }

    private ObjectNode makeFinal(Call call) {
        ObjectNode invoice = draft(call.id(), "finalized");
        invoices.open(invoice);
        return invoice.put("auto_advance", call.params().flag("auto_advance"));
    }

    private ObjectNode draft(String id, String what) {
        ObjectNode invoice = invoices.require(id);
        if (!Json.text(invoice, "status").equals("draft")) {
            throw StripeError.refused(null, null, "Only drafts can be " + what + ".");
        }
        return invoice;
    }

    private ObjectNode voidIt(Call call) {
        ObjectNode invoice = open(call.id(), "voided");
        invoices.end(invoice, "void");
        collecting.forgive(invoice);
        return invoice;
    }

    private ObjectNode open(String id, String what) {
        ObjectNode invoice = invoices.require(id);
        String status = Json.text(invoice, "status");
        if (!status.equals("open")) {
            throw StripeError.refused(
                    null, null, "An invoice with the status " + status + " can't be " + what + ".");
        }
        return invoice;
    }
}
