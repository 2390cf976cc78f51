package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to subscriptions in time: a new period, its invoice that stays a draft for an hour,
 * the charge, and the tries after a refused one.
 */
record Billing(World world, Subscriptions subscriptions, Invoices invoices, Collecting collecting)
        implements SimulatedClock.Alarm {

    private static final Duration DRAFT = Duration.ofHours(1);
    private static final Duration FIRST_PAYMENT = Duration.ofHours(23);
    private static final long NEVER = Long.MAX_VALUE;

    @Override
    public Optional<Instant> next() {
        Stream<Long> periods = subscriptions.running().stream().map(Billing::nextOf);
        Stream<Long> drafts = invoices.in("draft").stream().map(this::finalizesAt);
        Stream<Long> attempts = invoices.in("open").stream().map(Billing::retriesAt);
        return Stream.of(periods, drafts, attempts)
                .flatMap(times -> times)
                .filter(time -> time != NEVER)
                .min(Long::compare)
                .map(Instant::ofEpochSecond);
    }

    @Override
    public void ring() {
        long now = world.now();
        List<ObjectNode> running = subscriptions.running();
        running.stream().filter(s -> resumesAt(s) <= now).forEach(this::resume);
        running.stream().filter(s -> givenUpAt(s) <= now).forEach(this::giveUp);
        subscriptions.running().stream()
                .filter(s -> endsAt(s) <= now)
                .forEach(s -> subscriptions.end(s, "cancellation_requested"));
        subscriptions.running().stream()
                .filter(s -> Subscriptions.periodEnd(s) <= now)
                .forEach(this::renew);
        invoices.in("draft").stream().filter(i -> finalizesAt(i) <= now).forEach(this::finish);
        invoices.in("open").stream().filter(i -> retriesAt(i) <= now).forEach(collecting::collect);
    }

    /** A change that begins a new period is billed at once, without the hour as a draft. */
    void billNow(ObjectNode subscription) {
        Period now = new Period(world.now(), world.now());
        finish(invoices.draft(subscription, "subscription_update", now, false));
    }

    /** A trial makes an invoice of ¥0, which is paid at once and means nothing. */
    void billTrial(ObjectNode subscription) {
        Period now = new Period(world.now(), world.now());
        ObjectNode invoice = invoices.draft(subscription, "subscription_update", now, true);
        invoices.open(invoice);
        invoices.paid(invoice);
    }

    /** What is open of a subscription that has ended is not tried again. */
    void stopCollecting(ObjectNode subscription) {
        Stream.of("draft", "open")
                .flatMap(status -> invoices.in(status).stream())
                .filter(
                        invoice ->
                                Invoices.subscription(invoice)
                                        .equals(Json.text(subscription, "id")))
                .forEach(
                        invoice ->
                                invoice.put("auto_advance", false)
                                        .putNull("next_payment_attempt")
                                        .putNull("automatically_finalizes_at"));
    }

    private static long givenUpAt(ObjectNode subscription) {
        return Json.text(subscription, "status").equals("incomplete")
                ? Json.number(subscription, "created") + FIRST_PAYMENT.toSeconds()
                : NEVER;
    }

    /** A first invoice that stays unpaid is void, and the subscription will never be active. */
    private void giveUp(ObjectNode subscription) {
        subscriptions.setStatus(subscription, "incomplete_expired");
        invoices.end(invoices.require(Json.text(subscription, "latest_invoice")), "void");
    }

    private static long endsAt(ObjectNode subscription) {
        return subscription.path("cancel_at").isNull()
                ? NEVER
                : Json.number(subscription, "cancel_at");
    }

    private void renew(ObjectNode subscription) {
        Period before =
                new Period(
                        Subscriptions.periodStart(subscription),
                        Subscriptions.periodEnd(subscription));
        boolean trial = Json.text(subscription, "status").equals("trialing");
        world.events.publishChange(
                Subscriptions.UPDATED,
                subscription,
                () -> {
                    subscriptions.nextCycle(subscription);
                    subscription.put(
                            "status", trial ? "active" : Json.text(subscription, "status"));
                });
        ObjectNode invoice = invoices.draft(subscription, "subscription_cycle", before, false);
        boolean kept =
                Json.text(subscription.path("pause_collection"), "behavior")
                        .equals("keep_as_draft");
        boolean unpaid = Json.text(subscription, "status").equals("unpaid");
        boolean paused = subscription.path("pause_collection").isObject();
        invoice.put("auto_advance", !paused && !unpaid).put("_paused", paused);
        if (!kept && !unpaid) {
            invoice.put("automatically_finalizes_at", world.now() + DRAFT.toSeconds());
        }
    }

    private void resume(ObjectNode subscription) {
        world.events.publishChange(
                Subscriptions.UPDATED,
                subscription,
                () -> subscription.putNull("pause_collection"));
    }

    private void finish(ObjectNode invoice) {
        ObjectNode subscription = subscriptions.require(Invoices.subscription(invoice));
        switch (behaviorFor(invoice, subscription)) {
            case "void" -> invoices.end(invoice, "void");
            case "mark_uncollectible" -> {
                invoices.open(invoice);
                invoices.end(invoice, "uncollectible");
            }
            default -> {
                invoices.open(invoice);
                collecting.collect(invoice);
            }
        }
    }

    /** A pause says nothing about what lay as a draft before it. */
    private static String behaviorFor(ObjectNode invoice, ObjectNode subscription) {
        boolean before = invoice.has("_paused") && !invoice.path("_paused").asBoolean(false);
        return before ? "" : Json.text(subscription.path("pause_collection"), "behavior");
    }

    private static long nextOf(ObjectNode subscription) {
        return Stream.of(
                        Subscriptions.periodEnd(subscription),
                        resumesAt(subscription),
                        givenUpAt(subscription),
                        endsAt(subscription))
                .min(Long::compare)
                .orElse(NEVER);
    }

    private static long resumesAt(ObjectNode subscription) {
        long at = Json.number(subscription.path("pause_collection"), "resumes_at");
        return at == 0 ? NEVER : at;
    }

    private long finalizesAt(ObjectNode invoice) {
        return invoice.path("automatically_finalizes_at").isNull()
                ? NEVER
                : invoices.finalizesAt(invoice);
    }

    private static long retriesAt(ObjectNode invoice) {
        return invoice.path("next_payment_attempt").isNull()
                ? NEVER
                : Json.number(invoice, "next_payment_attempt");
    }
}
