package org.lfnkr.zabuton.orders.placing;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderLinks;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentLine;
import org.lfnkr.zabuton.payments.PaymentRequest;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Turns an order into what its payment asks for. */
@Component
class PaymentRequests {

    private final OrderLinks links;
    private final Messages messages;
    private final Site site;

    PaymentRequests(OrderLinks links, Messages messages, Site site) {
        this.links = links;
        this.messages = messages;
        this.site = site;
    }

    PaymentRequest of(OrderDraft draft, SubjectId payer) {
        Language language = draft.wish().language();
        return new PaymentRequest(
                draft.id().purpose(),
                lines(draft, language),
                draft.cart().total(),
                payer,
                draft.wish().email(),
                language,
                address(language, links.of(draft.reference()).path()),
                address(language, "/cart"),
                true);
    }

    private URI address(Language language, String path) {
        return site.address("/" + language.tag() + path);
    }

    private List<PaymentLine> lines(OrderDraft draft, Language language) {
        List<PaymentLine> lines = new ArrayList<>();
        draft.lines().forEach(line -> lines.add(goods(line)));
        add(lines, messages.text("orders.shipping", language), draft.cart().shippingCharge());
        add(lines, messages.text("orders.gift", language), draft.cart().gift());
        add(lines, messages.text("orders.gift.cover", language), draft.cart().cover());
        return lines;
    }

    private static PaymentLine goods(SoldLine line) {
        String label = line.name() + " – " + line.colour();
        return new PaymentLine(label, line.unitPrice(), line.quantity(), null);
    }

    private static void add(List<PaymentLine> lines, String label, Money sum) {
        if (sum.isPositive()) {
            lines.add(new PaymentLine(label, sum, 1, null));
        }
    }
}
