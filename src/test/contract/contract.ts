// What is held against Stripe's own types: one line for each endpoint that the shop may call
// and for each event that the simulator may send. generate.mjs turns this file into JSON Schema.
import type { Stripe } from 'stripe';

type List<T> = Stripe.ApiList<T>;

export interface Requests {
  'POST /v1/checkout/sessions': Stripe.Checkout.SessionCreateParams;
  'GET /v1/checkout/sessions': Stripe.Checkout.SessionListParams;
  'GET /v1/checkout/sessions/{id}': Stripe.Checkout.SessionRetrieveParams;
  'POST /v1/checkout/sessions/{id}/expire': Stripe.Checkout.SessionExpireParams;
  'GET /v1/checkout/sessions/{id}/line_items': Stripe.Checkout.SessionListLineItemsParams;
  'GET /v1/payment_intents': Stripe.PaymentIntentListParams;
  'GET /v1/payment_intents/{id}': Stripe.PaymentIntentRetrieveParams;
  'POST /v1/payment_intents/{id}/cancel': Stripe.PaymentIntentCancelParams;
  'GET /v1/charges': Stripe.ChargeListParams;
  'GET /v1/charges/{id}': Stripe.ChargeRetrieveParams;
  'POST /v1/refunds': Stripe.RefundCreateParams;
  'GET /v1/refunds': Stripe.RefundListParams;
  'GET /v1/refunds/{id}': Stripe.RefundRetrieveParams;
  'POST /v1/refunds/{id}/cancel': Stripe.RefundCancelParams;
  'GET /v1/disputes': Stripe.DisputeListParams;
  'GET /v1/disputes/{id}': Stripe.DisputeRetrieveParams;
  'POST /v1/disputes/{id}/close': Stripe.DisputeCloseParams;
  'GET /v1/balance_transactions': Stripe.BalanceTransactionListParams;
  'GET /v1/balance_transactions/{id}': Stripe.BalanceTransactionRetrieveParams;
  'GET /v1/events': Stripe.EventListParams;
  'GET /v1/events/{id}': Stripe.EventRetrieveParams;
  'POST /v1/webhook_endpoints': Stripe.WebhookEndpointCreateParams;
  'GET /v1/webhook_endpoints': Stripe.WebhookEndpointListParams;
  'GET /v1/webhook_endpoints/{id}': Stripe.WebhookEndpointRetrieveParams;
  'POST /v1/webhook_endpoints/{id}': Stripe.WebhookEndpointUpdateParams;
  'DELETE /v1/webhook_endpoints/{id}': Stripe.WebhookEndpointDeleteParams;
}

export interface Answers {
  'POST /v1/checkout/sessions': Stripe.Checkout.Session;
  'GET /v1/checkout/sessions': List<Stripe.Checkout.Session>;
  'GET /v1/checkout/sessions/{id}': Stripe.Checkout.Session;
  'POST /v1/checkout/sessions/{id}/expire': Stripe.Checkout.Session;
  'GET /v1/checkout/sessions/{id}/line_items': List<Stripe.LineItem>;
  'GET /v1/payment_intents': List<Stripe.PaymentIntent>;
  'GET /v1/payment_intents/{id}': Stripe.PaymentIntent;
  'POST /v1/payment_intents/{id}/cancel': Stripe.PaymentIntent;
  'GET /v1/charges': List<Stripe.Charge>;
  'GET /v1/charges/{id}': Stripe.Charge;
  'POST /v1/refunds': Stripe.Refund;
  'GET /v1/refunds': List<Stripe.Refund>;
  'GET /v1/refunds/{id}': Stripe.Refund;
  'POST /v1/refunds/{id}/cancel': Stripe.Refund;
  'GET /v1/disputes': List<Stripe.Dispute>;
  'GET /v1/disputes/{id}': Stripe.Dispute;
  'POST /v1/disputes/{id}/close': Stripe.Dispute;
  'GET /v1/balance_transactions': List<Stripe.BalanceTransaction>;
  'GET /v1/balance_transactions/{id}': Stripe.BalanceTransaction;
  // What is inside is held against the event's own type, below.
  'GET /v1/events': List<unknown>;
  'GET /v1/events/{id}': unknown;
  'POST /v1/webhook_endpoints': Stripe.WebhookEndpoint;
  'GET /v1/webhook_endpoints': List<Stripe.WebhookEndpoint>;
  'GET /v1/webhook_endpoints/{id}': Stripe.WebhookEndpoint;
  'POST /v1/webhook_endpoints/{id}': Stripe.WebhookEndpoint;
  'DELETE /v1/webhook_endpoints/{id}': Stripe.DeletedWebhookEndpoint;
}

export interface Events {
  'charge.dispute.closed': Stripe.ChargeDisputeClosedEvent;
  'charge.dispute.created': Stripe.ChargeDisputeCreatedEvent;
  'charge.dispute.funds_reinstated': Stripe.ChargeDisputeFundsReinstatedEvent;
  'charge.dispute.funds_withdrawn': Stripe.ChargeDisputeFundsWithdrawnEvent;
  'charge.failed': Stripe.ChargeFailedEvent;
  'charge.refund.updated': Stripe.ChargeRefundUpdatedEvent;
  'charge.refunded': Stripe.ChargeRefundedEvent;
  'charge.succeeded': Stripe.ChargeSucceededEvent;
  'charge.updated': Stripe.ChargeUpdatedEvent;
  'checkout.session.async_payment_failed': Stripe.CheckoutSessionAsyncPaymentFailedEvent;
  'checkout.session.async_payment_succeeded': Stripe.CheckoutSessionAsyncPaymentSucceededEvent;
  'checkout.session.completed': Stripe.CheckoutSessionCompletedEvent;
  'checkout.session.expired': Stripe.CheckoutSessionExpiredEvent;
  'payment_intent.canceled': Stripe.PaymentIntentCanceledEvent;
  'payment_intent.created': Stripe.PaymentIntentCreatedEvent;
  'payment_intent.payment_failed': Stripe.PaymentIntentPaymentFailedEvent;
  'payment_intent.requires_action': Stripe.PaymentIntentRequiresActionEvent;
  'payment_intent.succeeded': Stripe.PaymentIntentSucceededEvent;
  'refund.created': Stripe.RefundCreatedEvent;
  'refund.failed': Stripe.RefundFailedEvent;
  'refund.updated': Stripe.RefundUpdatedEvent;
}
