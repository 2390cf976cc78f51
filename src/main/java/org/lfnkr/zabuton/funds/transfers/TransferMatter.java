package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/**
 * What a second person signs.
 *
 * @param fromHas yen that are in the fund that gives
 * @param toHas yen that are in the fund that gets
 */
record TransferMatter(Transfer transfer, Money fromHas, Money toHas) {

    static final String KIND = "funds.transfer";

    Matter matter() {
        return new Matter(
                Words.of(
                        "transfers.approval.title",
                        transfer.yen(),
                        transfer.fromName(),
                        transfer.toName()),
                List.of(
                        new Fact("transfers.yen", Words.plain(transfer.yen())),
                        new Fact(
                                "transfers.from",
                                change(
                                        transfer.fromName(),
                                        fromHas,
                                        fromHas.minus(transfer.yen()))),
                        new Fact(
                                "transfers.to",
                                change(transfer.toName(), toHas, toHas.plus(transfer.yen()))),
                        new Fact(
                                "transfers.ground",
                                Words.of("transfers.ground." + transfer.ground().code())),
                        new Fact("transfers.document", document())),
                "/desk/transfers/" + transfer.id(),
                content());
    }

    private static Words change(Object fund, Money before, Money after) {
        return Words.of("transfers.change", fund, before, after);
    }

    private Words document() {
        return transfer.document() == null
                ? Words.of("transfers.document.none")
                : Words.plain("SHA-256 " + transfer.sha256());
    }

    private Content content() {
        return Content.of(
                KIND,
                "transfer",
                transfer.id(),
                "from",
                transfer.from(),
                "to",
                transfer.to(),
                "yen",
                transfer.yen().yen(),
                "ground",
                transfer.ground(),
                "document-sha256",
                transfer.sha256().isEmpty() ? "-" : transfer.sha256());
    }
}
