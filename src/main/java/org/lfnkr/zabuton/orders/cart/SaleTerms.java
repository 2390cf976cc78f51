package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.content.OfferedTerms;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.PaymentMeans;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The terms of sale: in general for the pages of words, and of one cart for its last page. */
@Component
public class SaleTerms implements OfferedTerms {

    /** Days after its arrival in which something is taken back. */
    public static final int RETURN_DAYS = 8;

    private final Messages messages;
    private final Formats formats;

    SaleTerms(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public List<String> payment(Language language) {
        return List.of(
                text("means.card", language),
                text(
                        "means.konbini",
                        language,
                        formats.yen(PaymentMeans.KONBINI_LEAST),
                        formats.yen(PaymentMeans.KONBINI_MOST)),
                text("means.provider", language));
    }

    @Override
    public List<String> paymentTime(Language language) {
        return List.of(cardTime(language), konbiniTime(language));
    }

    /** When this sum is paid, by the means that are on offer for it. */
    public List<String> payment(PricedCart cart, Language language) {
        List<String> sentences = new ArrayList<>();
        sentences.add(cardTime(language));
        if (PaymentMeans.of(cart.total()).contains(PaymentMeans.KONBINI)) {
            sentences.add(konbiniTime(language));
        }
        sentences.add(text("means.provider", language));
        return sentences;
    }

    private String cardTime(Language language) {
        return text("time.card", language);
    }

    private String konbiniTime(Language language) {
        return text("time.konbini", language, PaymentMeans.KONBINI_DAYS);
    }

    @Override
    public String cancellation(Language language) {
        return text("cancellation", language);
    }

    @Override
    public List<String> returns(Language language) {
        return List.of(
                stock(List.of(), language), madeToOrder(List.of(), language), faulty(language));
    }

    /** What of this cart is taken back; the names are said where it differs among its pieces. */
    public List<String> returns(PricedCart cart, Language language) {
        List<String> kept = names(cart, line -> !line.variant().madeToOrder(), language);
        List<String> made = names(cart, line -> line.variant().madeToOrder(), language);
        List<String> sentences = new ArrayList<>();
        if (!kept.isEmpty()) {
            sentences.add(stock(made.isEmpty() ? List.of() : kept, language));
        }
        if (!made.isEmpty()) {
            sentences.add(madeToOrder(kept.isEmpty() ? List.of() : made, language));
        }
        sentences.add(faulty(language));
        return sentences;
    }

    private static List<String> names(
            PricedCart cart, Predicate<PricedLine> which, Language language) {
        return cart.lines().stream()
                .filter(which)
                .map(line -> line.offer().product().name().in(language))
                .distinct()
                .toList();
    }

    private String stock(List<String> names, Language language) {
        return text("returns.stock", language, RETURN_DAYS, listed(names, language));
    }

    private String madeToOrder(List<String> names, Language language) {
        return text("returns.made-to-order", language, listed(names, language));
    }

    private String faulty(Language language) {
        return text("returns.faulty", language, RETURN_DAYS);
    }

    private static String listed(List<String> names, Language language) {
        return names.isEmpty() ? "all" : String.join(language == Language.JA ? "、" : ", ", names);
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text("orders.terms." + key, language, arguments);
    }
}
