package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code /v1/refunds}. To a card the money goes back at once. Somebody who paid at a convenience
 * store has to tell Stripe their bank account: such a refund waits as {@code requires_action}, is
 * {@code pending} while the bank has it, and waits again when the bank sends it back. After 45 days
 * it fails. The money leaves our balance when the refund is made, whatever its status.
 */
record Refunds(World world, Charges charges, BalanceTransactions balance)
        implements Resource, SimulatedClock.Alarm {

    static final String TYPE = "refund";
    private static final long PATIENCE = Duration.ofDays(45).toSeconds();
    private static final Set<String> WITHOUT_EFFECT = Set.of("failed", "canceled");
    private static final List<String> REASONS =
            List.of("", "duplicate", "fraudulent", "requested_by_customer");

    @Override
    public List<Route> routes() {
        Shape create =
                Shape.of(
                        "payment_intent charge amount currency reason metadata.* instructions_email");
        return List.of(
                Route.of("POST /v1/refunds", create, this::create),
                Route.of(
                        "GET /v1/refunds",
                        Shape.list("payment_intent charge", Listing.CREATED),
                        this::list),
                Route.of("GET /v1/refunds/{id}", Shape.of(), call -> require(call.id())),
                Route.of("POST /v1/refunds/{id}/cancel", Shape.of(), this::cancel));
    }

    ObjectNode require(String id) {
        return world.objects.require(TYPE, id, "refund");
    }

    ObjectNode refund(
            ObjectNode charge, long amount, ObjectNode metadata, Optional<String> reason) {
        return refund(charge, amount, metadata, reason, Optional.empty());
    }

    private ObjectNode refund(
            ObjectNode charge,
            long amount,
            ObjectNode metadata,
            Optional<String> reason,
            Optional<String> instructionsEmail) {
        checkAmount(charge, amount);
        ObjectNode refund = Json.template(TYPE);
        boolean konbini = Charges.isKonbini(charge);
        refund.put("id", Ids.next(konbini ? "pyr" : "re"))
                .put("amount", amount)
                .put("currency", "jpy")
                .put("created", world.now());
        refund.put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"));
        refund.set("metadata", metadata);
        refund.put("reason", reason.orElse(null))
                .put("payment_method", Json.text(charge, "payment_method"));
        world.objects.add(refund);
        if (konbini) {
            String mail =
                    instructionsEmail.orElse(Json.text(charge.path("billing_details"), "email"));
            askForAccount(refund, mail);
            leave(refund, charge, true);
            world.events.publish("refund.created", refund);
        } else {
            payByCard(refund, charge);
        }
        return refund;
    }

    /** The buyer has named a bank account, to which the money goes now. */
    void nameAccount(ObjectNode refund) {
        move(refund, "requires_action", "pending");
    }

    /** The money has arrived. */
    void complete(ObjectNode refund) {
        move(refund, "pending", "succeeded");
    }

    private void move(ObjectNode refund, String from, String to) {
        if (!Json.text(refund, "status").equals(from)) {
            throw StripeError.refused(null, null, "This refund is not " + from);
        }
        refund.put("status", to).remove("next_action");
        updated(refund, from);
    }

    /** The bank does not know the account: Stripe asks for another one. */
    void sendBack(ObjectNode refund) {
        if (!Json.text(refund, "status").equals("pending")) {
            throw StripeError.refused(null, null, "This refund is not pending");
        }
        askForAccount(refund, Json.text(refund, "_mail"));
        updated(refund, "pending");
    }

    /**
     * The bank has sent the money back to Stripe; this can happen even to a refund that had
     * succeeded.
     */
    void fail(ObjectNode refund) {
        end(refund, "failed", "unknown");
        world.events.publish("refund.failed", refund);
    }

    private void end(ObjectNode refund, String status, String reason) {
        String before = Json.text(refund, "status");
        if (WITHOUT_EFFECT.contains(before)) {
            throw StripeError.refused(null, null, "This refund has already ended without effect");
        }
        refund.put("status", status).put("failure_reason", reason).remove("next_action");
        refund.put(
                "failure_balance_transaction", Json.text(balance.bookRefundFailure(refund), "id"));
        giveBack(
                charges.require(Json.text(refund, "charge"), "charge"),
                Json.number(refund, "amount"));
        updated(refund, before);
    }

    @Override
    public Optional<Instant> next() {
        return waiting()
                .map(refund -> Instant.ofEpochSecond(expiry(refund)))
                .min(Instant::compareTo);
    }

    @Override
    public void ring() {
        waiting().filter(refund -> expiry(refund) <= world.now()).toList().forEach(this::fail);
    }

    private Stream<ObjectNode> waiting() {
        return world
                .objects
                .oldestFirst(TYPE, refund -> refund.path("next_action").isObject())
                .stream();
    }

    private static long expiry(ObjectNode refund) {
        return Json.number(refund.path("next_action").path("display_details"), "expires_at");
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        ObjectNode charge = chargeOf(params);
        Optional<String> reason = params.text("reason");
        params.choice("reason", REASONS.toArray(String[]::new));
        long amount = params.number("amount").orElse(unrefunded(charge));
        return refund(charge, amount, params.metadata(), reason, params.text("instructions_email"));
    }

    private ObjectNode chargeOf(Params params) {
        if (params.has("charge")) {
            return charges.require(params.required("charge"), "charge");
        }
        if (!params.has("payment_intent")) {
            throw StripeError.invalid(
                    "parameter_missing",
                    "charge",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        ObjectNode intent =
                world.objects.require(
                        PaymentIntents.TYPE, params.required("payment_intent"), "intent");
        return world.objects
                .find(Json.text(intent, "latest_charge"))
                .filter(charge -> Json.text(intent, "status").equals("succeeded"))
                .orElseThrow(
                        () ->
                                StripeError.refused(
                                        "payment_intent_unexpected_state",
                                        null,
                                        "This PaymentIntent ("
                                                + Json.text(intent, "id")
                                                + ") does not have a successful charge to refund."));
    }

    private void checkAmount(ObjectNode charge, long amount) {
        String id = Json.text(charge, "id");
        if (amount <= 0 && unrefunded(charge) > 0) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "amount", "Invalid positive integer");
        }
        if (charge.path("disputed").asBoolean(false) && !isRefundableWhileDisputed(id)) {
            throw StripeError.refused(
                    "charge_disputed",
                    null,
                    "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        if (unrefunded(charge) == 0) {
            throw StripeError.refused(
                    "charge_already_refunded",
                    null,
                    "Charge " + id + " has already been refunded.");
        }
        if (amount > unrefunded(charge)) {
            throw StripeError.refused(
                    null,
                    "amount",
                    "Refund amount (¥"
                            + amount
                            + ") is greater than unrefunded amount on charge (¥"
                            + unrefunded(charge)
                            + ")");
        }
    }

    private boolean isRefundableWhileDisputed(String chargeId) {
        return world
                .objects
                .oldestFirst("dispute", dispute -> Json.text(dispute, "charge").equals(chargeId))
                .stream()
                .allMatch(dispute -> dispute.path("is_charge_refundable").asBoolean(false));
    }

    private long unrefunded(ObjectNode charge) {
        long asked =
                world.objects.oldestFirst(TYPE, of(charge).and(Refunds::counts)).stream()
                        .mapToLong(refund -> Json.number(refund, "amount"))
                        .sum();
        return Json.number(charge, "amount") - asked;
    }

    private void payByCard(ObjectNode refund, ObjectNode charge) {
        refund.put("status", "succeeded");
        refund.putObject("destination_details")
                .put("type", "card")
                .putObject("card")
                .put("reference_status", "pending")
                .put("reference_type", "acquirer_reference_number")
                .put("type", "refund");
        leave(refund, charge, false);
        world.events.publish("refund.created", refund);
        referenceArrives(refund);
    }

    /** A moment later the bank names its reference, and both kinds of event tell of it. */
    private void referenceArrives(ObjectNode refund) {
        ObjectNode before = refund.path("destination_details").deepCopy().asObject();
        ((ObjectNode) refund.path("destination_details").path("card"))
                .put("reference", Ids.digits(23))
                .put("reference_status", "available");
        ObjectNode previous = Json.object();
        previous.set("destination_details", before);
        publishUpdate(refund, previous);
    }

    private void askForAccount(ObjectNode refund, String mail) {
        if (mail.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_missing",
                    "instructions_email",
                    "An email is needed to ask the customer for a bank account.");
        }
        refund.put("status", "requires_action").put("_mail", mail);
        ObjectNode details =
                refund.putObject("next_action")
                        .put("type", "display_details")
                        .putObject("display_details");
        details.putObject("email_sent")
                .put("email_sent_at", world.now())
                .put("email_sent_to", mail);
        details.put("expires_at", world.now() + PATIENCE);
    }

    private void leave(ObjectNode refund, ObjectNode charge, boolean konbini) {
        refund.put("balance_transaction", Json.text(balance.bookRefund(refund, konbini), "id"));
        take(charge, Json.number(refund, "amount"));
    }

    private ObjectNode cancel(Call call) {
        ObjectNode refund = require(call.id());
        if (!Json.text(refund, "status").equals("requires_action")) {
            throw StripeError.refused(
                    null,
                    null,
                    "This refund cannot be canceled: only refunds with a status of requires_action can.");
        }
        end(refund, "canceled", "merchant_request");
        return refund;
    }

    private void take(ObjectNode charge, long amount) {
        long before = Json.number(charge, "amount_refunded");
        charge.put("amount_refunded", before + amount)
                .put("refunded", before + amount == Json.number(charge, "amount"));
        world.events.publish(
                "charge.refunded", charge, Json.object().put("amount_refunded", before));
    }

    private void giveBack(ObjectNode charge, long amount) {
        long before = Json.number(charge, "amount_refunded");
        charge.put("amount_refunded", before - amount).put("refunded", false);
        world.events.publish(
                "charge.updated", charge, Json.object().put("amount_refunded", before));
    }

    private void updated(ObjectNode refund, String statusBefore) {
        publishUpdate(refund, Json.object().put("status", statusBefore));
    }

    private void publishUpdate(ObjectNode refund, ObjectNode previous) {
        world.events.publish("refund.updated", refund, previous);
        world.events.publish("charge.refund.updated", refund, previous);
    }

    private ObjectNode list(Call call) {
        Params params = call.params();
        Predicate<ObjectNode> filter =
                Listing.createdAsIn(params)
                        .and(Listing.same(params, "payment_intent"))
                        .and(Listing.same(params, "charge"));
        return Listing.page(call, world.objects.newestFirst(TYPE, filter));
    }

    private static Predicate<ObjectNode> of(ObjectNode charge) {
        return refund -> Json.text(refund, "charge").equals(Json.text(charge, "id"));
    }

    private static boolean counts(ObjectNode refund) {
        return !WITHOUT_EFFECT.contains(Json.text(refund, "status"));
    }
}
