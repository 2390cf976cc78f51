package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.support.Await;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.UUID;

/** Wishes to order, for tests that need one. */
@TestComponent
public class OrderSamples {

    public static final Delivery TO_TOKYO =
            new Delivery("Name", "JP", "1500001", "13", "City\n1-2-3", "", "");

    private final DatabaseClient database;
    private final Pricing pricing;

    public OrderSamples(DatabaseClient database, Pricing pricing) {
        this.database = database;
        this.pricing = pricing;
    }

    public VariantId variant(String sku) {
        return new VariantId(
                Await.value(
                        database.sql("select id from catalog.variant where sku = :sku")
                                .bind("sku", sku)
                                .mapValue(UUID.class)
                                .one()));
    }

    /** A wish of a new visitor, who saw today's sum. */
    public PlaceOrder wish(Cart cart) {
        return wish(UUID.randomUUID(), cart);
    }

    public PlaceOrder wish(UUID attempt, Cart cart) {
        return wish(attempt, cart, TO_TOKYO.destination());
    }

    /** The same with the sum that it is to go to some other place. */
    public PlaceOrder wish(Cart cart, Destination to) {
        return wish(UUID.randomUUID(), cart, to);
    }

    private PlaceOrder wish(UUID attempt, Cart cart, Destination to) {
        CheckoutQuote quote = Await.value(pricing.price(cart, to));
        Money total = ((CheckoutQuote.Ready) quote).cart().total();
        EmailAddress email = new EmailAddress("buyer-" + attempt + "@example.org");
        return new PlaceOrder(attempt, cart, TO_TOKYO, email, Language.EN, total, true);
    }
}
