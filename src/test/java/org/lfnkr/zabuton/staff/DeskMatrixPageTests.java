package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.desk.Role.ADMIN;
import static org.lfnkr.zabuton.desk.Role.APPROVER;
import static org.lfnkr.zabuton.desk.Role.EDITOR;
import static org.lfnkr.zabuton.desk.Role.FINANCE;
import static org.lfnkr.zabuton.desk.Role.FULFILMENT;
import static org.lfnkr.zabuton.desk.Role.SHOP;
import static org.lfnkr.zabuton.desk.Role.VIEWER;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every route of the desk against every role, from the application's own routes. */
@ModuleTest
class DeskMatrixPageTests {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    /** Who may do what. A route that stands here and not in the application is stale. */
    static final Map<String, Set<Role>> MATRIX =
            Map.ofEntries(
                    entry("GET /desk", ALL),
                    entry("GET /desk/account", ALL),
                    entry("POST /desk/account/passkeys", ALL),
                    entry("POST /desk/account/passkeys/{passkey}/removals", ALL),
                    entry("POST /desk/account/recovery-codes", ALL),
                    entry("POST /desk/account/authenticators", ALL),
                    entry("POST /desk/account/authenticators/confirmations", ALL),
                    entry("POST /desk/account/authenticators/removals", ALL),
                    entry("GET /desk/audit", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/account/sessions/{ended}/endings", ALL),
                    entry("POST /desk/account/sessions/endings", ALL),
                    entry("POST /desk/sign-outs", ALL),
                    entry("GET /desk/approvals", Set.of(SHOP, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/approvals/{approval}", Set.of(SHOP, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/approvals/{approval}/signatures", Set.of(APPROVER)),
                    entry("POST /desk/approvals/{approval}/refusals", Set.of(APPROVER)),
                    entry(
                            "POST /desk/approvals/{approval}/withdrawals",
                            Set.of(SHOP, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/snoozes/{concern}", ALL),
                    entry("POST /desk/snoozes/{concern}", ALL),
                    entry("POST /desk/snoozes/{concern}/endings", ALL),
                    entry("GET /desk/bazaars", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, APPROVER)),
                    entry("POST /desk/bazaars", Set.of(SHOP, FULFILMENT)),
                    entry(
                            "GET /desk/bazaars/{bazaar}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, APPROVER)),
                    entry("POST /desk/bazaars/{bazaar}/endings", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/resumptions", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/closings", Set.of(FINANCE)),
                    entry("GET /desk/bazaars/{bazaar}/takings", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/takings", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/bazaars/{bazaar}/returns", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/returns", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/bazaars/{bazaar}/losses", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/losses", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/bazaars/{bazaar}/till", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/bazaars/{bazaar}/sales", Set.of(SHOP, FULFILMENT)),
                    entry(
                            "GET /desk/bazaars/{bazaar}/sales/{no}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, APPROVER)),
                    entry(
                            "POST /desk/bazaars/{bazaar}/sales/{no}/undoings",
                            Set.of(SHOP, FULFILMENT)),
                    entry(
                            "GET /desk/bazaars/{bazaar}/sales/{no}/receipt.pdf",
                            Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/bazaars/{bazaar}/counts", Set.of(SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/bazaars/{bazaar}/counts", Set.of(SHOP, FULFILMENT, FINANCE)),
                    entry(
                            "POST /desk/bazaars/{bazaar}/differences",
                            Set.of(SHOP, FULFILMENT, FINANCE)),
                    entry(
                            "POST /desk/bazaars/{bazaar}/agreements",
                            Set.of(SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/bazaars/{bazaar}/payouts", Set.of(FINANCE)),
                    entry("GET /desk/outcome-prices", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/outcome-prices/{outcome}", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/outcome-prices/{outcome}/prices", Set.of(FINANCE)),
                    entry("POST /desk/outcome-prices/{outcome}/endings", Set.of(FINANCE)),
                    entry(
                            "GET /desk/outcome-prices/drafts/{draft}",
                            Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/outcome-prices/drafts/{draft}/proposals", Set.of(FINANCE)),
                    entry("GET /desk/policies", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/policies", Set.of(FINANCE)),
                    entry("GET /desk/ripening", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/ripening", Set.of(FINANCE)),
                    entry("GET /desk/targets", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/targets", Set.of(FINANCE)),
                    entry("GET /desk/policies/drafts/{draft}", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/policies/{version}/withdrawals", Set.of(FINANCE)),
                    entry("POST /desk/policies/{version}/withdrawals", Set.of(FINANCE)),
                    entry("GET /desk/board", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/board/{step}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/books", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/gift-years", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/reports", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/reports/{fund}", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/balance", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/balance/{line}/explanations", Set.of(FINANCE)),
                    entry("POST /desk/balance/{line}/explanations", Set.of(FINANCE)),
                    entry("GET /desk/corrections", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/corrections", Set.of(FINANCE)),
                    entry("GET /desk/periods", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/periods/{month}", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry(
                            "GET /desk/periods/{month}/late",
                            Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry(
                            "GET /desk/periods/{month}/snapshot",
                            Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/periods/{month}/beginnings", Set.of(FINANCE)),
                    entry("POST /desk/periods/{month}/closings", Set.of(FINANCE)),
                    entry("POST /desk/periods/{month}/waivers", Set.of(FINANCE)),
                    entry("GET /desk/bank", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/bank/accounts", Set.of(FINANCE)),
                    entry("POST /desk/bank/accounts/{account}/notes", Set.of(FINANCE)),
                    entry("GET /desk/bank/rules", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/bank/rules/{rule}/endings", Set.of(FINANCE)),
                    entry("POST /desk/bank/files", Set.of(FINANCE)),
                    entry("GET /desk/bank/files/{file}", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/bank/papers", Set.of(FINANCE)),
                    entry("GET /desk/bank/rows", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/bank/rows/{row}", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("POST /desk/bank/rows/{row}/matches", Set.of(FINANCE)),
                    entry("POST /desk/bank/rows/{row}/withdrawals", Set.of(FINANCE)),
                    entry("GET /desk/payouts", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/payouts/{id}", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/evidence/{id}", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/evidence/{id}/openings", Set.of(FINANCE, APPROVER)),
                    entry("POST /desk/evidence/{id}/pictures", Set.of(FINANCE, APPROVER)),
                    entry("GET /desk/evidence/{id}/pictures/{hash}.jpg", Set.of(FINANCE, APPROVER)),
                    entry(
                            "POST /desk/evidence/{id}/pictures/{hash}/removals",
                            Set.of(FINANCE, APPROVER)),
                    entry("GET /desk/gates", Set.of(SHOP, FINANCE, ADMIN)),
                    entry("POST /desk/gates/{gate}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/batches", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/batches", Set.of(FINANCE)),
                    entry("GET /desk/batches/{batch}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/batches/{batch}/gifts", Set.of(FINANCE)),
                    entry("POST /desk/batches/{batch}/gifts/{gift}/removals", Set.of(FINANCE)),
                    entry("GET /desk/batches/{batch}/gifts/{gift}/corrections", Set.of(FINANCE)),
                    entry("POST /desk/batches/{batch}/gifts/{gift}/corrections", Set.of(FINANCE)),
                    entry("POST /desk/batches/{batch}/postings", Set.of(FINANCE)),
                    entry("POST /desk/batches/{batch}/discards", Set.of(FINANCE)),
                    entry("GET /desk/outcomes", Set.of(VIEWER, SHOP, FINANCE, APPROVER, EDITOR)),
                    entry(
                            "GET /desk/outcomes/{id}",
                            Set.of(VIEWER, SHOP, FINANCE, APPROVER, EDITOR)),
                    entry("POST /desk/outcomes/{id}/purchases", Set.of(FINANCE)),
                    entry("POST /desk/outcomes/{id}/deliveries", Set.of(FINANCE)),
                    entry("POST /desk/outcomes/{id}/shortfalls", Set.of(FINANCE)),
                    entry("GET /desk/disbursements", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry(
                            "GET /desk/disbursements/disbursements.csv",
                            Set.of(VIEWER, FINANCE, APPROVER)),
                    entry(
                            "GET /desk/disbursements/disbursements.xlsx",
                            Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/disbursements/abroad", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry(
                            "GET /desk/disbursements/abroad/remittances.csv",
                            Set.of(VIEWER, FINANCE, APPROVER)),
                    entry(
                            "GET /desk/disbursements/abroad/remittances.xlsx",
                            Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/disbursements/new", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/new", Set.of(FINANCE)),
                    entry("GET /desk/disbursements/{id}", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/disbursements/{id}/requests", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/withdrawals", Set.of(FINANCE)),
                    entry("GET /desk/disbursements/{id}/changes", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/changes", Set.of(FINANCE)),
                    entry("GET /desk/disbursements/{id}/returns", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/returns", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/returns/{no}/losses", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/returns/{no}/reversals", Set.of(FINANCE)),
                    entry("POST /desk/disbursements/{id}/proofs", Set.of(FINANCE)),
                    entry("GET /desk/transfers", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/transfers/transfers.csv", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/transfers/transfers.xlsx", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("GET /desk/transfers/new", Set.of(FINANCE)),
                    entry("POST /desk/transfers/new", Set.of(FINANCE)),
                    entry("GET /desk/transfers/{id}", Set.of(VIEWER, FINANCE, APPROVER)),
                    entry("POST /desk/transfers/{id}/requests", Set.of(FINANCE)),
                    entry("GET /desk/gifts", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/gifts/gifts.csv", Set.of(VIEWER, SHOP, FINANCE)),
                    entry("GET /desk/gifts/gifts.xlsx", Set.of(VIEWER, SHOP, FINANCE)),
                    entry("GET /desk/gifts/{payment}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/gifts/{payment}/receipt", Set.of(FINANCE)),
                    entry("POST /desk/gifts/{payment}/receipt", Set.of(FINANCE)),
                    entry("GET /desk/plans", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/plans/plans.csv", Set.of(VIEWER, SHOP, FINANCE)),
                    entry("GET /desk/plans/plans.xlsx", Set.of(VIEWER, SHOP, FINANCE)),
                    entry("GET /desk/gifts/{payment}/address", Set.of(SHOP)),
                    entry("POST /desk/gifts/{payment}/address", Set.of(SHOP)),
                    entry("POST /desk/gifts/{payment}/mails/{letter}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/plans/{reference}/address", Set.of(SHOP)),
                    entry("POST /desk/plans/{reference}/address", Set.of(SHOP)),
                    entry("POST /desk/plans/{reference}/mails/{letter}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/plans/{reference}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/plans/{reference}/stops", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/plans/{reference}/purposes", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/raises", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/plans/{reference}/pauses", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/plans/{reference}/resumptions", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/receipts", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/receipts/{number}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/receipts/{number}/voidings", Set.of(FINANCE)),
                    entry("POST /desk/receipts/{number}/successors", Set.of(FINANCE)),
                    entry("POST /desk/receipts/{number}/prints", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/mails", Set.of(SHOP, EDITOR, ADMIN)),
                    entry("POST /desk/mails/{letter}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/orders", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, APPROVER)),
                    entry("GET /desk/orders/orders.csv", Set.of(VIEWER, SHOP, FINANCE)),
                    entry("GET /desk/orders/orders.xlsx", Set.of(VIEWER, SHOP, FINANCE)),
                    entry(
                            "GET /desk/orders/{code}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, APPROVER)),
                    entry("GET /desk/orders/{code}/refunds", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/orders/{code}/refunds", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/orders/{code}/address", Set.of(SHOP)),
                    entry("POST /desk/orders/{code}/address", Set.of(SHOP)),
                    entry("POST /desk/orders/{code}/mails/{letter}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/held", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("GET /desk/held/{hold}", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/held/{hold}", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/parcels", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/parcels/{order}", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/parcels/{order}", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/parcels/batch", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/parcels/batch/slips", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/batch/labels", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/batch/sendings", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/keys", ALL),
                    entry("GET /desk/views", ALL),
                    entry("GET /desk/views/new", ALL),
                    entry("POST /desk/views", ALL),
                    entry("POST /desk/views/{view}/removals", ALL),
                    entry("GET /desk/making", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/making/{order}/{variant}", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/parcels/carrier-file", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/carrier-file", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/parcels/numbers", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/numbers", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/numbers/files", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/labels", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/slips", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/{parcel}/slips", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/rest", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/{parcel}/returns", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/{parcel}/tracking", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/payments", Set.of(VIEWER, FINANCE, ADMIN)),
                    entry("POST /desk/payments", Set.of(FINANCE, ADMIN)),
                    entry("GET /desk/pieces", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/pieces", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/opening", ALL),
                    entry("GET /desk/shipping", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, EDITOR)),
                    entry("POST /desk/shipping", Set.of(SHOP)),
                    entry("POST /desk/shipping/countries", Set.of(SHOP)),
                    entry(
                            "GET /desk/shipping/{zone}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, EDITOR)),
                    entry("POST /desk/shipping/{zone}", Set.of(SHOP)),
                    entry("POST /desk/shipping/{zone}/rates", Set.of(SHOP)),
                    entry("POST /desk/shipping/{zone}/rates/{grams}/removals", Set.of(SHOP)),
                    entry("POST /desk/shipping/{zone}/prefectures", Set.of(SHOP)),
                    entry("GET /desk/orders/{code}/returns", Set.of(SHOP)),
                    entry("POST /desk/orders/{code}/returns", Set.of(SHOP)),
                    entry("GET /desk/products", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, EDITOR)),
                    entry("GET /desk/products/new", Set.of(SHOP, EDITOR)),
                    entry("GET /desk/products/table", Set.of(SHOP)),
                    entry("GET /desk/products/table/goods.csv", Set.of(SHOP)),
                    entry("POST /desk/products/table", Set.of(SHOP)),
                    entry("POST /desk/products/table/goods", Set.of(SHOP)),
                    entry("POST /desk/products", Set.of(SHOP, EDITOR)),
                    entry(
                            "GET /desk/products/{slug}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, EDITOR)),
                    entry("POST /desk/products/{slug}", Set.of(SHOP, EDITOR)),
                    entry("GET /desk/products/{slug}/pictures", Set.of(SHOP, EDITOR)),
                    entry("POST /desk/products/{slug}/pictures", Set.of(SHOP, EDITOR)),
                    entry("GET /desk/products/{slug}/pictures/{hash}.jpg", Set.of(SHOP, EDITOR)),
                    entry("POST /desk/products/{slug}/pictures/{hash}/looks", Set.of(SHOP, EDITOR)),
                    entry(
                            "POST /desk/products/{slug}/pictures/{hash}/removals",
                            Set.of(SHOP, EDITOR)),
                    entry("POST /desk/products/{slug}/variants", Set.of(SHOP)),
                    entry(
                            "GET /desk/products/{slug}/variants/{sku}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE, EDITOR)),
                    entry("POST /desk/products/{slug}/variants/{sku}", Set.of(SHOP, EDITOR)),
                    entry("POST /desk/products/{slug}/variants/{sku}/sale", Set.of(SHOP)),
                    entry("POST /desk/products/{slug}/variants/{sku}/prices", Set.of(SHOP)),
                    entry("POST /desk/products/{slug}/variants/{sku}/costs", Set.of(SHOP)),
                    entry("GET /desk/refunds", Set.of(VIEWER, SHOP, FINANCE, APPROVER)),
                    entry("POST /desk/look-ups", Set.of(SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/reveals", Set.of(VIEWER, APPROVER)),
                    entry("POST /desk/reveals/ship-to", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/reveals/contact", Set.of(SHOP)),
                    entry("POST /desk/reveals/receipt", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/reveals/bank", Set.of(FINANCE)),
                    entry("GET /desk/refunds/{refund}", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/refunds/{refund}", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/refunds/{refund}/hand", Set.of(SHOP, FINANCE)),
                    entry("POST /desk/refunds/{refund}/hand", Set.of(SHOP, FINANCE)),
                    entry("GET /desk/breaches", Set.of(SHOP, APPROVER, ADMIN)),
                    entry("POST /desk/breaches", Set.of(SHOP)),
                    entry("GET /desk/breaches/{breach}", Set.of(SHOP, APPROVER, ADMIN)),
                    entry("POST /desk/breaches/{breach}/proposals", Set.of(SHOP)),
                    entry("POST /desk/breaches/{breach}/lists", Set.of(SHOP)),
                    entry("GET /desk/requests", Set.of(VIEWER, SHOP, APPROVER, ADMIN)),
                    entry("POST /desk/requests", Set.of(SHOP)),
                    entry("POST /desk/requests/{request}/answers", Set.of(SHOP)),
                    entry("GET /desk/returns", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/returns/{request}", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/returns/{request}/acceptances", Set.of(SHOP)),
                    entry("POST /desk/returns/{request}/refusals", Set.of(SHOP)),
                    entry("POST /desk/returns/{request}/arrivals", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/returns/{request}/checks", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/staff", Set.of(ADMIN)),
                    entry("POST /desk/staff", Set.of(ADMIN)),
                    entry("GET /desk/staff/{account}", Set.of(ADMIN)),
                    entry("POST /desk/staff/{account}/roles", Set.of(ADMIN)),
                    entry("POST /desk/staff/{account}/links", Set.of(ADMIN)),
                    entry("POST /desk/staff/{account}/endings", Set.of(ADMIN)),
                    entry("POST /desk/staff/{account}/closings", Set.of(ADMIN)),
                    entry("GET /desk/stock", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/stock/stock.csv", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/stock/stock.xlsx", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/stock/counts", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/stock/counts/{sku}", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/stock/counts/{sku}", Set.of(SHOP, FULFILMENT)),
                    entry(
                            "GET /desk/stock/pieces/{sku}",
                            Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/stock/pieces/{sku}/movements", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/stock/pieces/{sku}/line", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/thanks", Set.of(SHOP)),
                    entry("POST /desk/thanks/{name}", Set.of(SHOP)),
                    entry("GET /desk/work", Set.of(SHOP, FINANCE, ADMIN)),
                    entry("POST /desk/work", Set.of(SHOP, FINANCE, ADMIN)));

    /** What opens without an account. */
    private static final Set<String> DOOR =
            Set.of(
                    "GET /desk/sign-in",
                    "POST /desk/sign-in",
                    "GET /desk/invitations/{token}",
                    "GET /desk/invitation",
                    "POST /desk/invitation",
                    "GET /desk/recovery",
                    "POST /desk/recovery",
                    "GET /desk/spare",
                    "POST /desk/spare",
                    "GET /desk/spare/links/{token}",
                    "GET /desk/spare/code",
                    "POST /desk/spare/code",
                    // of the tests' own class path
                    "GET /desk/development",
                    "GET /desk/development/passkey");

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteOpensForTheRolesOnTheListAndNoneIsUnlisted() {
        assertThat(new TreeMap<>(opening())).isEqualTo(new TreeMap<>(MATRIX));
    }

    @Test
    void theDoorIsWhatIsListedAndNothingElse() {
        assertThat(
                        routes().filter(it -> DeskDoor.isForAnybody(it.getValue()))
                                .map(DeskMatrixPageTests::name))
                .containsExactlyInAnyOrderElementsOf(DOOR);
    }

    /**
     * As the server answers: other roles get a page that says so, and strangers are led to the
     * door.
     */
    @ParameterizedTest
    @EnumSource
    void theServerAnswersAsTheListSays(Role role) {
        Guest staff = new Guest(port).atDesk(role.name());
        MATRIX.forEach((route, roles) -> assertAnswer(staff, route, roles.contains(role)));

        assertThat(PageForm.of(staff.at("/en/desk").get("/en/desk").html())).isNotEmpty();
        assertThat(menu(staff))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(staff.get(page).status()).as(page).isEqualTo(200))
                .containsAll(
                        MATRIX.entrySet().stream()
                                .filter(it -> it.getKey().matches("GET /desk/[a-z]+"))
                                .filter(it -> it.getValue().contains(role))
                                .map(it -> it.getKey().replace("GET ", "/en"))
                                .toList());
    }

    /** No page offers its reader what would be refused. */
    @ParameterizedTest
    @EnumSource
    void noPageOffersWhatItsReaderMayNotDo(Role role) {
        Guest staff = new Guest(port).atDesk(role.name());
        Set<String> acts =
                MATRIX.entrySet().stream()
                        .filter(it -> it.getKey().startsWith("POST"))
                        .filter(it -> it.getValue().contains(role))
                        .map(it -> it.getKey().replace("POST ", "").replaceAll("\\{\\w+}", "[^/]+"))
                        .collect(toSet());
        for (String page : menu(staff)) {
            assertThat(PageForm.of(staff.get(page).html()))
                    .allSatisfy(
                            form ->
                                    assertThat(acts)
                                            .as(page + " offers " + form.action())
                                            .anyMatch(
                                                    form.action().replaceFirst("^/en", "")
                                                            ::matches));
        }
    }

    /** What the menu leads to: its entries, and the pages below them. */
    private static Set<String> menu(Guest staff) {
        return linked(staff.get("/en/desk").html()).stream()
                .flatMap(entry -> linked(staff.get(entry).html()).stream())
                .collect(toSet());
    }

    private static List<String> linked(String html) {
        return Pattern.compile("href=\"(/en/desk/[a-z]+)\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private void assertAnswer(Guest staff, String route, boolean opens) {
        boolean form = route.startsWith("POST");
        String path = "/ja" + route.replaceFirst("\\w+ ", "").replaceAll("\\{\\w+}", "x");
        if (opens && form) {
            return; // what it does is for its own tests
        }
        Guest.Answer answer = form ? staff.postUnasked(path) : staff.get(path);
        boolean ofSomething = route.contains("{"); // there is none of that name
        assertThat(answer.status()).as(route).isEqualTo(opens ? (ofSomething ? 404 : 200) : 403);
        if (opens && route.endsWith(".xlsx")) {
            assertThat(answer.header("Content-Type")).contains("spreadsheetml");
        } else {
            boolean file = opens && route.endsWith(".csv");
            assertThat(answer.header("Content-Type")).startsWith(file ? "text/csv" : "text/html");
            assertThat(answer.page()).as(route).contains(file ? "\ufeff" : "lang=\"ja\"");
        }
        if (!opens) {
            assertThat(answer.page()).as(route).contains("ご担当の範囲にありません");
        }
        Guest stranger = new Guest(port);
        assertThat((form ? stranger.postUnasked(path) : stranger.get(path)).location())
                .as(route)
                .startsWith("/ja/desk/sign-in");
        if (form) {
            assertThat(staff.forge(path).status()).as(route).isEqualTo(403);
        }
    }

    @Test
    void whoGivesOutRolesSeesNoNameWhateverElseTheyAre() {
        Set<Role> everything = EnumSet.complementOf(EnumSet.of(APPROVER));

        assertThat(Role.rightsOf(everything)).isNotEmpty();
        assertThat(MATRIX.entrySet())
                .filteredOn(
                        route -> route.getKey().matches(".*/desk/thanks.*|POST /desk/reveals/.*"))
                .hasSize(6)
                .allSatisfy(route -> assertThat(opens(route.getKey(), everything)).isFalse());
    }

    private boolean opens(String route, Set<Role> roles) {
        return routes().filter(it -> name(it).equals(route))
                .allMatch(it -> opens(it.getValue(), roles));
    }

    /** The application's routes below the desk, each with the roles that open it alone. */
    private Map<String, Set<Role>> opening() {
        return rooms().collect(toMap(DeskMatrixPageTests::name, it -> opening(it.getValue())));
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> name(it).contains("/desk"));
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> rooms() {
        return routes().filter(it -> !DOOR.contains(name(it)));
    }

    private static Set<Role> opening(HandlerMethod handler) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        ALL.stream().filter(role -> opens(handler, Set.of(role))).forEach(roles::add);
        return roles;
    }

    private static boolean opens(HandlerMethod handler, Set<Role> roles) {
        return DeskDoor.needs(handler).filter(Role.rightsOf(roles)::contains).isPresent();
    }

    private static String name(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        RequestMappingInfo info = route.getKey();
        String path =
                info.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> pattern.getPatternString())
                        .findFirst()
                        .orElse("");
        return info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .findFirst()
                        .orElse("*")
                + " "
                + path.replace("/{lang:en|ja}", "");
    }
}
