package org.lfnkr.zabuton.banking.tray;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Payer;
import org.lfnkr.zabuton.banking.PayerName;
import org.lfnkr.zabuton.banking.RowText;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/**
 * Opens what the bank wrote of a row for as long as it is compared, and shows it to nobody: what is
 * shown is asked of {@link org.lfnkr.zabuton.reveals.Reveals}.
 */
@Component
class OpenedRows {

    private static final RowText FORGOTTEN = new RowText("", "");

    private final Vault vault;

    OpenedRows(Vault vault) {
        this.vault = vault;
    }

    Mono<BankRow> open(TrayRow row) {
        return text(row).defaultIfEmpty(FORGOTTEN).map(text -> open(row, text));
    }

    /** Empty once it is forgotten. */
    Mono<RowText> text(TrayRow row) {
        return vault.reveal(row.subject(), RowText.place(row.id())).map(RowText::of);
    }

    private static BankRow open(TrayRow row, RowText text) {
        return new BankRow(
                row.id(),
                row.account(),
                row.day(),
                row.yen(),
                row.sort(),
                text.references(),
                payer(text));
    }

    private static @Nullable Payer payer(RowText text) {
        String folded = PayerName.fold(text.payer());
        return folded.isEmpty() ? null : new Payer(folded);
    }
}
