package org.lfnkr.zabuton.simulator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A Stripe on this machine. The shop can't tell it from the real one: it differs by base address
 * and key. Amounts are yen.
 *
 * <p>Everything that a person or a bank would do has a method here; everything that the shop does
 * goes over HTTP.
 */
public final class StripeSimulator implements AutoCloseable {

    private final World world;
    private final Server server;
    private final String apiKey;
    private final String webhookSecret;
    private final RequestLog log = new RequestLog();
    private final Ticker ticker = new Ticker();
    private final @Nullable StateFile stateFile;
    private final Parts parts;

    private StripeSimulator(Builder builder) {
        world = new World(builder.clock, Optional.ofNullable(builder.signingClock), builder.oracle);
        stateFile = builder.stateFile == null ? null : new StateFile(builder.stateFile);
        apiKey = builder.apiKey;
        webhookSecret = builder.webhookSecret;
        parts = new Parts(world);
        server = new Server(builder.port);
        world.livesAt(URI.create("http://localhost:" + server.port()));
        Api api = new Api(world, apiKey, parts.routes(), log, world.violations);
        Site site = new Site(api, parts.pages(log));
        Optional.ofNullable(stateFile).ifPresent(file -> file.load(world));
        world.deliveries.start();
        ticker.start(this::tick);
        server.start(site::answer);
    }

    /** What to start; nothing needs to be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the API answers, without a trailing slash. */
    public URI baseUrl() {
        return world.baseUrl();
    }

    /** The secret key that the API asks for. */
    public String apiKey() {
        return apiKey;
    }

    /** The secret that signs what goes to {@link #deliverTo}. */
    public String webhookSecret() {
        return webhookSecret;
    }

    /**
     * Sends every event from now on to this address, signed, again and again until it answers 2xx.
     */
    public void deliverTo(URI webhookEndpoint) {
        deliverTo(webhookEndpoint, List.of("*"));
    }

    /** Sends events of these types only, as an endpoint should be set up. */
    public void deliverTo(URI webhookEndpoint, List<String> types) {
        world.change(() -> parts.endpoints.register(webhookEndpoint, types, webhookSecret));
    }

    /** The time in which the simulator lives. */
    public SimulatedClock clock() {
        return world.clock;
    }

    /** As set in the dashboard: what becomes of a subscription after its last try. */
    public void afterRetries(AfterRetries what) {
        world.afterRetries = what;
    }

    /**
     * The customer chooses a card that was left before, on a page that tells it to the customer
     * only.
     */
    public void chooseSavedCard(String customerId, String number) {
        act(
                () -> {
                    ObjectNode customer = parts.customers.require(customerId);
                    ObjectNode saved =
                            parts.methods.of(customer).stream()
                                    .filter(
                                            method ->
                                                    number.endsWith(
                                                            Json.text(
                                                                    method.path("card"), "last4")))
                                    .findFirst()
                                    .orElseThrow();
                    parts.customers.chargeBy(customer, saved);
                });
    }

    /** What shall go wrong. */
    public Faults faults() {
        return world.faults;
    }

    /** Somebody at the hosted page of this session, given by id or by the address of the page. */
    public Shopper shopper(String sessionUrlOrId) {
        String id =
                sessionUrlOrId
                        .substring(sessionUrlOrId.lastIndexOf('/') + 1)
                        .replaceAll("[?#].*", "");
        return new Shopper(parts.checkout, id, Buyer.NOBODY_IN_PARTICULAR);
    }

    /** The buyer pays the code of this session at a convenience store. */
    public void payKonbiniAtCounter(String sessionId) {
        act(() -> parts.konbini.pay(sessionId, "familymart"));
    }

    /** The code of this session lapses. */
    public void expireKonbini(String sessionId) {
        act(() -> parts.konbini.expire(sessionId));
    }

    /** A refund as from Stripe's dashboard, in yen; answers its id. */
    public String refund(String paymentIntentId, long amount) {
        return world.change(
                () ->
                        Json.text(
                                parts.refunds.refund(
                                        chargeOf(paymentIntentId),
                                        amount,
                                        Json.object(),
                                        Optional.empty()),
                                "id"));
    }

    /** The buyer of a konbini order has named a bank account for this refund. */
    public void nameAccount(String refundId) {
        act(() -> parts.refunds.nameAccount(parts.refunds.require(refundId)));
    }

    /** The bank has sent a refund that was on its way back: Stripe asks for another account. */
    public void sendRefundBack(String refundId) {
        act(() -> parts.refunds.sendBack(parts.refunds.require(refundId)));
    }

    /** A refund that was on its way has arrived. */
    public void completeRefund(String refundId) {
        act(() -> parts.refunds.complete(parts.refunds.require(refundId)));
    }

    /** The refund comes back to Stripe. */
    public void failRefund(String refundId) {
        act(() -> parts.refunds.fail(parts.refunds.require(refundId)));
    }

    /** The buyer disputes the payment at the bank; answers the dispute's id. */
    public String dispute(String paymentIntentId) {
        return world.change(() -> Json.text(parts.disputes.open(chargeOf(paymentIntentId)), "id"));
    }

    /** The bank decides. */
    public void closeDispute(String disputeId, boolean won) {
        act(() -> parts.disputes.close(parts.disputes.require(disputeId), won));
    }

    /**
     * The customer leaves another test card, as on the portal's page; all plans are charged to it
     * from now on.
     */
    public void replaceCard(String customerId, String number, YearMonth expires) {
        act(
                () -> {
                    ObjectNode customer = parts.customers.require(customerId);
                    TestCard card = TestCard.of(number).orElseThrow();
                    parts.portal.replaceCard(
                            customer, parts.methods.attach(customer, card, expires));
                });
    }

    /** The customer pays an open invoice on its page, and passes 3-D Secure where it is asked. */
    public Outcome payInvoice(String invoiceId, String number) {
        TestCard card = TestCard.of(number).orElseThrow();
        return world.change(
                () -> parts.collecting.payOnPage(parts.invoices.require(invoiceId), card));
    }

    /** What happens to the balance without the shop. */
    public AccountBalance account() {
        return parts.account;
    }

    /** What the bank's file says of the account that payouts go to. */
    public byte[] bankFile() {
        return world.look(() -> new BankBook(world).statement().bytes());
    }

    /** API calls, oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** How many API calls came in so far, those included that are not kept any more. */
    public long requestCount() {
        return log.count();
    }

    /** The API calls that came in since there were so many. */
    public List<RecordedRequest> requestsSince(long count) {
        return log.since(count);
    }

    /** Every event that was made, delivered or not, oldest first. */
    public List<JsonNode> events() {
        return world.look(
                () ->
                        world.objects.oldestFirst(Events.TYPE, e -> true).stream()
                                .<JsonNode>map(ObjectStore::published)
                                .toList());
    }

    /**
     * What the shop asked and the simulator said that is not what Stripe publishes; empty unless
     * something is wrong.
     *
     * @see ContractOracle
     */
    public List<String> violations() {
        return world.violations.all();
    }

    /**
     * For the end of a test.
     *
     * @throws AssertionError if there are {@link #violations()}
     */
    public void assertNoViolations() {
        if (!violations().isEmpty()) {
            throw new AssertionError(
                    "Not what Stripe publishes:\n" + String.join("\n", violations()));
        }
    }

    /** Delivers this event once more. */
    public void resend(String eventId) {
        world.deliveries.resend(
                world.look(() -> world.objects.require(Events.TYPE, eventId, "id")));
    }

    /** Sends all events again but the first so many, the last before the first. */
    public void resendSince(int first) {
        events().stream()
                .skip(first)
                .toList()
                .reversed()
                .forEach(event -> resend(event.path("id").asString()));
    }

    /** Returns when every webhook that is due was attempted. */
    public void settle() {
        world.settle();
    }

    @Override
    public void close() {
        ticker.close();
        server.close();
        world.deliveries.close();
        world.violations.close();
        save();
    }

    private void tick() {
        world.clock.ringDue();
        save();
    }

    private void save() {
        if (stateFile != null && world.takeChanged()) {
            stateFile.save(world);
        }
    }

    private void act(Runnable action) {
        world.change(
                () -> {
                    action.run();
                    return true;
                });
    }

    private ObjectNode chargeOf(String paymentIntentId) {
        ObjectNode intent = world.objects.require(PaymentIntents.TYPE, paymentIntentId, "intent");
        return parts.charges.require(Json.text(intent, "latest_charge"), "charge");
    }

    /** Settings of a simulator. */
    public static final class Builder {

        private int port;
        private String apiKey = "sk_test_simulator";
        private String webhookSecret = "whsec_simulator";
        private Clock clock = Clock.systemUTC();
        private @Nullable Clock signingClock;
        private @Nullable Path stateFile;
        private boolean oracle = true;

        private Builder() {}

        /** The port to listen on; 0, the default, takes any. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** The secret key; a live one is refused. */
        public Builder apiKey(String value) {
            apiKey = value;
            return this;
        }

        /** The secret that signs webhooks. */
        public Builder webhookSecret(String value) {
            webhookSecret = value;
            return this;
        }

        /** The clock that the simulator's own begins with. */
        public Builder clock(Clock start) {
            clock = start;
            return this;
        }

        /**
         * The clock that stamps signatures, where the shop does not live in the simulator's time.
         */
        public Builder signingClock(Clock value) {
            signingClock = value;
            return this;
        }

        /** A file in which the objects survive a restart. */
        public Builder stateFile(@Nullable Path value) {
            stateFile = value;
            return this;
        }

        /**
         * Whether everything is held against what Stripe publishes, as it is unless this says
         * otherwise.
         */
        public Builder oracle(boolean value) {
            oracle = value;
            return this;
        }

        /**
         * Starts to listen.
         *
         * @throws IllegalStateException if the key could be a live one
         */
        public StripeSimulator start() {
            if (!apiKey.startsWith("sk_test_") && !apiKey.startsWith("rk_test_")) {
                throw new IllegalStateException(
                        "The Stripe simulator takes test keys only (sk_test_…): a live key has no business here");
            }
            return new StripeSimulator(this);
        }
    }
}
