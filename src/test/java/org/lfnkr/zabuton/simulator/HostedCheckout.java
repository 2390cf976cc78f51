package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What happens on the hosted payment page. Like Stripe's, it waits up to ten seconds for the shop's
 * webhook before it sends the buyer back.
 */
record HostedCheckout(
        World world,
        CheckoutSessions sessions,
        PaymentIntents intents,
        Charges charges,
        Konbini konbini,
        Enrolment enrolment) {

    private static final Duration WAIT_FOR_WEBHOOK = Duration.ofSeconds(10);

    Outcome payByCard(String sessionId, TestCard card, Buyer buyer) {
        return finish(() -> whileOpen(sessionId, session -> attempt(session, card, buyer)));
    }

    /** The answer of the bank's 3-D Secure page. */
    Outcome authenticate(String sessionId, boolean success) {
        return finish(() -> whileOpen(sessionId, session -> answer(session, success)));
    }

    Outcome payByKonbini(String sessionId, Buyer buyer) {
        return finish(() -> whileOpen(sessionId, session -> reserve(session, buyer)));
    }

    /** Where the link back to the shop leads. */
    Outcome leave(String sessionId) {
        String back = world.look(() -> Json.text(sessions.require(sessionId), "cancel_url"));
        return back.isEmpty()
                ? Outcome.stays(Outcome.Status.LEFT, "")
                : Outcome.goes(Outcome.Status.LEFT, URI.create(back));
    }

    /**
     * The result of a step, and the event that the shop should have answered before the buyer comes
     * back.
     */
    private record Step(Outcome outcome, String awaited) {}

    private Outcome finish(Supplier<Step> work) {
        Step step = world.change(work);
        if (!step.awaited().isEmpty()) {
            world.deliveries.awaitFirstAttempt(step.awaited(), WAIT_FOR_WEBHOOK);
        }
        return step.outcome();
    }

    private Step whileOpen(String sessionId, java.util.function.Function<ObjectNode, Step> work) {
        ObjectNode session = sessions.require(sessionId);
        return switch (Json.text(session, "status")) {
            case "open" -> work.apply(session);
            default -> stays(Outcome.Status.NOT_OPEN, "This page is no longer open for payment.");
        };
    }

    private Step attempt(ObjectNode session, TestCard card, Buyer buyer) {
        if (!offers(session, "card")) {
            return stays(Outcome.Status.DECLINED, "Cards are not accepted here.");
        }
        ObjectNode intent = intents.of(session);
        boolean asked =
                !Json.text(
                                session.path("payment_method_options").path("card"),
                                "request_three_d_secure")
                        .equals("automatic");
        if (card.challenges || asked) {
            return challenge(session, intent, card, buyer);
        }
        return decide(session, intent, card, buyer, false);
    }

    private Step challenge(ObjectNode session, ObjectNode intent, TestCard card, Buyer buyer) {
        session.putObject("_challenge")
                .put("card", card.name())
                .put("email", buyer.email())
                .put("name", buyer.name());
        if (CheckoutSessions.isPlan(session)) {
            enrolment.beginPlan(session, intent, buyer, card);
        }
        intents.requireAction(
                intent,
                Json.object()
                        .put("type", "use_stripe_sdk")
                        .set(
                                "use_stripe_sdk",
                                Json.object().put("type", "three_d_secure_redirect")));
        URI page = URI.create(world.baseUrl() + "/c/pay/" + Json.text(session, "id") + "/3ds");
        return new Step(Outcome.goes(Outcome.Status.NEEDS_AUTHENTICATION, page), "");
    }

    private Step answer(ObjectNode session, boolean success) {
        if (!session.path("_challenge").isObject()) {
            return stays(Outcome.Status.NOT_OPEN, "There is nothing to authenticate.");
        }
        ObjectNode challenge = (ObjectNode) session.remove("_challenge");
        Buyer buyer = new Buyer(Json.text(challenge, "email"), Json.text(challenge, "name"));
        ObjectNode intent = intents.of(session);
        return success
                ? decide(
                        session,
                        intent,
                        TestCard.valueOf(Json.text(challenge, "card")),
                        buyer,
                        true)
                : failAuthentication(intent);
    }

    private Step failAuthentication(ObjectNode intent) {
        String message =
                "We are unable to authenticate your payment method. Please choose a different payment method and try again.";
        intents.fail(
                intent,
                error("payment_intent_authentication_failure", "invalid_request_error", message));
        return stays(Outcome.Status.AUTHENTICATION_FAILED, message);
    }

    private Step decide(
            ObjectNode session,
            ObjectNode intent,
            TestCard card,
            Buyer buyer,
            boolean authenticated) {
        if (card.decline.isEmpty()) {
            return accept(session, intent, card, buyer, authenticated);
        }
        ObjectNode charge = charges.decline(intent, buyer, card, authenticated);
        ObjectNode error = error(card.errorCode(), "card_error", card.message());
        intents.fail(
                intent,
                error.put("charge", Json.text(charge, "id")).put("decline_code", card.decline));
        return stays(Outcome.Status.DECLINED, card.message());
    }

    private Step accept(
            ObjectNode session,
            ObjectNode intent,
            TestCard card,
            Buyer buyer,
            boolean authenticated) {
        if (CheckoutSessions.isPlan(session)) {
            enrolment.startPlan(session, intent, buyer, card, authenticated);
        } else {
            enrolment.keepBuyer(session, intent, buyer);
            intents.succeed(intent, charges.succeedByCard(intent, buyer, card, authenticated));
        }
        String completed = complete(session, buyer, "paid");
        charges.settleFees();
        return new Step(Outcome.goes(Outcome.Status.PAID, successUrl(session)), completed);
    }

    private Step reserve(ObjectNode session, Buyer buyer) {
        long amount = Json.number(session, "amount_total");
        if (!offers(session, "konbini") || amount < Konbini.LEAST || amount > Konbini.MOST) {
            return stays(Outcome.Status.DECLINED, "Convenience stores take ¥120 to ¥300,000.");
        }
        ObjectNode intent = intents.of(session);
        enrolment.keepBuyer(session, intent, buyer);
        intents.requireAction(intent, konbini.instructions(intent, Json.text(session, "id")));
        String completed = complete(session, buyer, "unpaid");
        URI voucher = URI.create(world.baseUrl() + "/c/voucher/" + Json.text(session, "id"));
        return new Step(Outcome.goes(Outcome.Status.AWAITING_KONBINI, voucher), completed);
    }

    private String complete(ObjectNode session, Buyer buyer, String paymentStatus) {
        session.put("status", "complete").put("payment_status", paymentStatus).putNull("url");
        session.set("customer_details", buyer.customerDetails());
        return Json.text(world.events.publish("checkout.session.completed", session), "id");
    }

    static boolean offers(ObjectNode session, String type) {
        return session.path("payment_method_types")
                .valueStream()
                .anyMatch(offered -> offered.asString("").equals(type));
    }

    static URI successUrl(ObjectNode session) {
        return URI.create(
                Json.text(session, "success_url")
                        .replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id")));
    }

    private static Step stays(Outcome.Status status, String message) {
        return new Step(Outcome.stays(status, message), "");
    }

    private static ObjectNode error(String code, String type, String message) {
        return Json.object()
                .put("code", code)
                .put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'))
                .put("message", message)
                .put("type", type);
    }
}
