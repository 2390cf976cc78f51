package org.lfnkr.zabuton.simulator;

import java.util.List;
import java.util.stream.Stream;

/** Everything that the simulator is made of, put together. */
final class Parts {

    final WebhookEndpoints endpoints;
    final Charges charges;
    final Refunds refunds;
    final Disputes disputes;
    final Konbini konbini;
    final HostedCheckout checkout;
    final Customers customers;
    final PaymentMethods methods;
    final Invoices invoices;
    final Collecting collecting;
    final PortalPage portal;
    final AccountBalance account;
    private final World world;
    private final CheckoutSessions sessions;
    private final List<Resource> resources;

    Parts(World world) {
        this.world = world;
        BalanceTransactions balance = new BalanceTransactions(world);
        PaymentIntents intents = new PaymentIntents(world);
        Prices prices = new Prices(world);
        charges = new Charges(world, balance);
        Payouts payouts = new Payouts(world, balance);
        account = new AccountBalance(world, balance, payouts, intents, charges);
        refunds = new Refunds(world, charges, balance);
        disputes = new Disputes(world, charges, balance);
        endpoints = new WebhookEndpoints(world);
        methods = new PaymentMethods(world);
        invoices = new Invoices(world);
        Subscriptions subscriptions = new Subscriptions(world);
        collecting =
                new Collecting(world, subscriptions, invoices, methods, intents, charges, balance);
        Billing billing = new Billing(world, subscriptions, invoices, collecting);
        customers = new Customers(world, methods, subscriptions, billing);
        Enrolment enrolment =
                new Enrolment(world, customers, methods, subscriptions, invoices, collecting);
        sessions = new CheckoutSessions(world, intents, prices);
        konbini = new Konbini(world, sessions, intents, charges);
        checkout = new HostedCheckout(world, sessions, intents, charges, konbini, enrolment);
        BillingPortal billingPortal = new BillingPortal(world, customers);
        portal =
                new PortalPage(
                        world,
                        billingPortal,
                        customers,
                        methods,
                        subscriptions,
                        invoices,
                        collecting);
        Stream.of(sessions, konbini, charges, refunds, billing).forEach(world::add);
        resources =
                List.of(
                        sessions,
                        intents,
                        charges,
                        refunds,
                        disputes,
                        balance,
                        new Balance(world, balance),
                        payouts,
                        new Accounts(world),
                        new Events(world),
                        endpoints,
                        customers,
                        methods,
                        new Products(world, prices),
                        new SubscriptionChanges(world, subscriptions, methods, prices, billing),
                        new InvoiceActions(world, invoices, collecting),
                        billingPortal);
    }

    List<Route> routes() {
        return resources.stream().flatMap(resource -> resource.routes().stream()).toList();
    }

    List<PageRoute> pages(RequestLog log) {
        FaultsForm faults = new FaultsForm(world.faults);
        BalanceActions balance = new BalanceActions(world, account);
        return Stream.of(
                        new PayPage(world, sessions, checkout).routes(),
                        new VoucherPage(world, sessions, konbini).routes(),
                        portal.routes(),
                        new DashboardPage(world, log, new PaymentRows(world), balance, faults)
                                .routes(),
                        balance.routes(),
                        new DashboardActions(world, charges, refunds, disputes, konbini).routes(),
                        faults.routes())
                .flatMap(List::stream)
                .toList();
    }
}
