package org.lfnkr.zabuton.desk;

import static org.lfnkr.zabuton.desk.Right.ANSWER_RETURNS;
import static org.lfnkr.zabuton.desk.Right.APPROVE;
import static org.lfnkr.zabuton.desk.Right.BLACKEN_EVIDENCE;
import static org.lfnkr.zabuton.desk.Right.CHECK_STRIPE_SETTINGS;
import static org.lfnkr.zabuton.desk.Right.CLOSE_BAZAARS;
import static org.lfnkr.zabuton.desk.Right.CLOSE_PERIODS;
import static org.lfnkr.zabuton.desk.Right.COME_IN;
import static org.lfnkr.zabuton.desk.Right.COUNT_TRAYS;
import static org.lfnkr.zabuton.desk.Right.DECIDE_ON_PUBLIC_NAMES;
import static org.lfnkr.zabuton.desk.Right.DECIDE_ON_RETURNED_PIECES;
import static org.lfnkr.zabuton.desk.Right.EXPLAIN_LINES;
import static org.lfnkr.zabuton.desk.Right.EXPORT_GIVING;
import static org.lfnkr.zabuton.desk.Right.EXPORT_ORDERS;
import static org.lfnkr.zabuton.desk.Right.HANDLE_BREACHES;
import static org.lfnkr.zabuton.desk.Right.KEEP_BANK;
import static org.lfnkr.zabuton.desk.Right.KEEP_PRIVACY_REQUESTS;
import static org.lfnkr.zabuton.desk.Right.KEEP_RECEIPTS;
import static org.lfnkr.zabuton.desk.Right.KEEP_STOCK;
import static org.lfnkr.zabuton.desk.Right.LOOK_UP;
import static org.lfnkr.zabuton.desk.Right.MANAGE_STAFF;
import static org.lfnkr.zabuton.desk.Right.NOTE_GIFTS;
import static org.lfnkr.zabuton.desk.Right.NOTE_OUTCOMES;
import static org.lfnkr.zabuton.desk.Right.OPEN_EVIDENCE;
import static org.lfnkr.zabuton.desk.Right.PLAN_SPENDING;
import static org.lfnkr.zabuton.desk.Right.PROPOSE_POLICIES;
import static org.lfnkr.zabuton.desk.Right.PROPOSE_PRICES;
import static org.lfnkr.zabuton.desk.Right.READ_PUBLIC_NAMES;
import static org.lfnkr.zabuton.desk.Right.REFUND_ORDERS;
import static org.lfnkr.zabuton.desk.Right.RETRY_STUCK_WORK;
import static org.lfnkr.zabuton.desk.Right.REVEAL_BANK;
import static org.lfnkr.zabuton.desk.Right.REVEAL_CONTACT;
import static org.lfnkr.zabuton.desk.Right.REVEAL_RECEIPT;
import static org.lfnkr.zabuton.desk.Right.REVEAL_SHIP_TO;
import static org.lfnkr.zabuton.desk.Right.SEE_ALL_APPROVALS;
import static org.lfnkr.zabuton.desk.Right.SEE_APPROVALS;
import static org.lfnkr.zabuton.desk.Right.SEE_AUDIT;
import static org.lfnkr.zabuton.desk.Right.SEE_BAZAARS;
import static org.lfnkr.zabuton.desk.Right.SEE_BOARD;
import static org.lfnkr.zabuton.desk.Right.SEE_BOOKS;
import static org.lfnkr.zabuton.desk.Right.SEE_BREACHES;
import static org.lfnkr.zabuton.desk.Right.SEE_EVIDENCE;
import static org.lfnkr.zabuton.desk.Right.SEE_FAILED_REFUNDS;
import static org.lfnkr.zabuton.desk.Right.SEE_FUND_RULES;
import static org.lfnkr.zabuton.desk.Right.SEE_GATES;
import static org.lfnkr.zabuton.desk.Right.SEE_GIVING;
import static org.lfnkr.zabuton.desk.Right.SEE_ORDERS;
import static org.lfnkr.zabuton.desk.Right.SEE_OUTCOMES;
import static org.lfnkr.zabuton.desk.Right.SEE_PARCELS;
import static org.lfnkr.zabuton.desk.Right.SEE_PRIVACY_REQUESTS;
import static org.lfnkr.zabuton.desk.Right.SEE_PRODUCTS;
import static org.lfnkr.zabuton.desk.Right.SEE_RETURNED_PIECES;
import static org.lfnkr.zabuton.desk.Right.SEE_REVEALS;
import static org.lfnkr.zabuton.desk.Right.SEE_SPENDING;
import static org.lfnkr.zabuton.desk.Right.SEE_STOCK;
import static org.lfnkr.zabuton.desk.Right.SEE_STRIPE_SETTINGS;
import static org.lfnkr.zabuton.desk.Right.SEE_STUCK_WORK;
import static org.lfnkr.zabuton.desk.Right.SEE_UNDELIVERED_LETTERS;
import static org.lfnkr.zabuton.desk.Right.SELL_AT_COUNTER;
import static org.lfnkr.zabuton.desk.Right.SEND_LETTERS_AGAIN;
import static org.lfnkr.zabuton.desk.Right.SEND_PARCELS;
import static org.lfnkr.zabuton.desk.Right.SET_GATES;
import static org.lfnkr.zabuton.desk.Right.SET_PRICES;
import static org.lfnkr.zabuton.desk.Right.STOP_PLANS;
import static org.lfnkr.zabuton.desk.Right.WRITE_PRODUCTS;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody does for the shop. People combine roles, but nobody is both an administrator and an
 * approver: who decides on accounts must not be able to decide on money.
 */
public enum Role {
    /** Looks, changes nothing, sees no name: an auditor. */
    VIEWER(
            SEE_AUDIT,
            SEE_ORDERS,
            EXPORT_ORDERS,
            SEE_RETURNED_PIECES,
            SEE_PARCELS,
            SEE_STOCK,
            SEE_BAZAARS,
            SEE_PRODUCTS,
            SEE_FAILED_REFUNDS,
            SEE_BOARD,
            SEE_OUTCOMES,
            SEE_FUND_RULES,
            SEE_GIVING,
            SEE_PRIVACY_REQUESTS,
            EXPORT_GIVING,
            SEE_BOOKS,
            SEE_EVIDENCE,
            SEE_SPENDING,
            SEE_REVEALS,
            SEE_STRIPE_SETTINGS),
    /** Looks after buyers and givers. */
    SHOP(
            SEE_APPROVALS,
            SEE_ORDERS,
            EXPORT_ORDERS,
            SEE_GATES,
            SET_GATES,
            SEE_UNDELIVERED_LETTERS,
            SEND_LETTERS_AGAIN,
            READ_PUBLIC_NAMES,
            DECIDE_ON_PUBLIC_NAMES,
            SEE_BAZAARS,
            SELL_AT_COUNTER,
            COUNT_TRAYS,
            SEE_PRODUCTS,
            WRITE_PRODUCTS,
            SET_PRICES,
            SEE_RETURNED_PIECES,
            DECIDE_ON_RETURNED_PIECES,
            ANSWER_RETURNS,
            SEE_PARCELS,
            SEND_PARCELS,
            LOOK_UP,
            REVEAL_SHIP_TO,
            REVEAL_CONTACT,
            REVEAL_RECEIPT,
            SEE_STOCK,
            KEEP_STOCK,
            SEE_BOARD,
            SEE_OUTCOMES,
            SEE_GIVING,
            EXPORT_GIVING,
            STOP_PLANS,
            SEE_PRIVACY_REQUESTS,
            KEEP_PRIVACY_REQUESTS,
            SEE_BREACHES,
            HANDLE_BREACHES,
            SEE_FAILED_REFUNDS,
            REFUND_ORDERS,
            SEE_STUCK_WORK,
            RETRY_STUCK_WORK),
    /** Packs and sends. */
    FULFILMENT(
            SEE_ORDERS,
            SEE_RETURNED_PIECES,
            DECIDE_ON_RETURNED_PIECES,
            SEE_PARCELS,
            SEND_PARCELS,
            LOOK_UP,
            REVEAL_SHIP_TO,
            SEE_STOCK,
            KEEP_STOCK,
            SEE_BAZAARS,
            SELL_AT_COUNTER,
            COUNT_TRAYS,
            SEE_PRODUCTS),
    /** Keeps the money and proposes what becomes of it. */
    FINANCE(
            SEE_APPROVALS,
            SEE_AUDIT,
            SEE_ORDERS,
            EXPORT_ORDERS,
            SEE_GATES,
            SEE_BOARD,
            SEE_OUTCOMES,
            NOTE_OUTCOMES,
            SEE_FUND_RULES,
            PROPOSE_POLICIES,
            PROPOSE_PRICES,
            SEE_GIVING,
            EXPORT_GIVING,
            STOP_PLANS,
            KEEP_RECEIPTS,
            NOTE_GIFTS,
            SEE_BOOKS,
            EXPLAIN_LINES,
            SEE_EVIDENCE,
            OPEN_EVIDENCE,
            BLACKEN_EVIDENCE,
            CLOSE_PERIODS,
            SEE_SPENDING,
            PLAN_SPENDING,
            KEEP_BANK,
            REVEAL_BANK,
            SEE_FAILED_REFUNDS,
            REFUND_ORDERS,
            SEE_RETURNED_PIECES,
            SEE_PARCELS,
            LOOK_UP,
            REVEAL_RECEIPT,
            SEE_STOCK,
            SEE_BAZAARS,
            COUNT_TRAYS,
            CLOSE_BAZAARS,
            SEE_PRODUCTS,
            SEE_STUCK_WORK,
            RETRY_STUCK_WORK,
            SEE_STRIPE_SETTINGS,
            CHECK_STRIPE_SETTINGS),
    /** Signs what others propose. */
    APPROVER(
            SEE_APPROVALS,
            SEE_ALL_APPROVALS,
            APPROVE,
            SEE_ORDERS,
            SEE_FAILED_REFUNDS,
            SEE_BAZAARS,
            SEE_BOARD,
            SEE_OUTCOMES,
            SEE_FUND_RULES,
            SEE_GIVING,
            SEE_PRIVACY_REQUESTS,
            SEE_BREACHES,
            SEE_AUDIT,
            SEE_BOOKS,
            SEE_EVIDENCE,
            OPEN_EVIDENCE,
            BLACKEN_EVIDENCE,
            SEE_SPENDING,
            SEE_REVEALS),
    /** Writes the shop's words. */
    EDITOR(SEE_UNDELIVERED_LETTERS, SEE_OUTCOMES, SEE_PRODUCTS, WRITE_PRODUCTS),
    /** Looks after accounts and the machine. */
    ADMIN(
            MANAGE_STAFF,
            SEE_APPROVALS,
            SEE_AUDIT,
            SEE_PRIVACY_REQUESTS,
            SEE_BREACHES,
            SEE_GATES,
            SET_GATES,
            SEE_UNDELIVERED_LETTERS,
            SEND_LETTERS_AGAIN,
            SEE_BOOKS,
            SEE_STUCK_WORK,
            RETRY_STUCK_WORK,
            SEE_STRIPE_SETTINGS,
            CHECK_STRIPE_SETTINGS);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    /**
     * What somebody with these roles may do; without any, come in and wait for one. An
     * administrator sees no name, whatever else they are.
     */
    public static Set<Right> rightsOf(Collection<Role> roles) {
        return Stream.concat(
                        Stream.of(COME_IN), roles.stream().flatMap(role -> role.rights.stream()))
                .filter(right -> !(right.showsNames() && roles.contains(ADMIN)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
