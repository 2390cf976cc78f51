package org.lfnkr.zabuton.banking.tray;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Account.Nature;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TrayConfiguration {

    private static final Account BANK_FEES = new Account("BANK_FEES", Nature.EXPENSE);
    private static final Account INTEREST = new Account("INTEREST", Nature.INCOME);
    private static final Account OWN_TRANSFERS = new Account("OWN_TRANSFERS", Nature.ASSET);

    /** What the bank keeps for itself is of Operations, as what it pays. */
    @Bean
    Counterpart bankFee(Messages messages) {
        return new OwnKind(
                "fee",
                title(messages, "fee"),
                RowSort.FEE,
                row -> !row.came(),
                yen -> new Posting(BANK_FEES, Fund.OPERATIONS, yen));
    }

    @Bean
    Counterpart bankInterest(Messages messages) {
        return new OwnKind(
                "interest",
                title(messages, "interest"),
                RowSort.INTEREST,
                BankRow::came,
                yen -> new Posting(INTEREST, Fund.OPERATIONS, yen));
    }

    /** Paid in from the cash box, or taken out for it. */
    @Bean
    Counterpart cashAtTheBank(Messages messages) {
        return new OwnKind(
                "cash",
                title(messages, "cash"),
                RowSort.CASH,
                row -> true,
                yen -> new Posting(Account.CASH, null, yen));
    }

    /** Its other half is a row of another account of ours. */
    @Bean
    Counterpart ownTransfer(Messages messages) {
        return new OwnKind(
                "own",
                title(messages, "own"),
                null,
                row -> true,
                yen -> new Posting(OWN_TRANSFERS, null, yen));
    }

    private static Bilingual title(Messages messages, String kind) {
        String key = "banking.own." + kind;
        return new Bilingual(messages.text(key, Language.EN), messages.text(key, Language.JA));
    }

    @Bean
    @Order(24)
    Concern openRowsConcern(BankRowStore rows) {
        return Concern.task(
                "banking.concern.rows",
                Right.KEEP_BANK,
                BankRowsController.PATH,
                rows::open,
                Role.FINANCE);
    }
}
