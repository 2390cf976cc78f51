package org.lfnkr.zabuton.content;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Organisation;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;

/** The seller's disclosure (特定商取引法にもとづく表記), as data. */
@Component
public class Disclosure {

    private final Organisation organisation;
    private final OfferedTerms terms;
    private final Messages messages;

    Disclosure(Organisation organisation, OfferedTerms terms, Messages messages) {
        this.organisation = organisation;
        this.terms = terms;
        this.messages = messages;
    }

    /** Every item the law asks for, in its usual order. */
    public List<Entry> entries(Language language) {
        return Arrays.stream(DisclosureItem.values()).map(it -> entry(it, language)).toList();
    }

    private Entry entry(DisclosureItem item, Language language) {
        return new Entry(messages.text(item.key(), language), detail(item, language));
    }

    private String detail(DisclosureItem item, Language language) {
        return switch (item) {
            case SELLER -> organisation.name().in(language);
            case RESPONSIBLE -> organisation.responsible().in(language);
            case ADDRESS -> organisation.address().in(language);
            case PHONE -> organisation.phone();
            case MAIL -> organisation.email().value();
            case HOURS -> organisation.hours().in(language);
            case PAYMENT -> joined(terms.payment(language), language);
            case PAYMENT_TIME -> joined(terms.paymentTime(language), language);
            case CANCELLATION -> terms.cancellation(language);
            case RETURNS -> joined(terms.returns(language), language);
            case PRICE, CHARGES, DELIVERY, PERIOD -> messages.text(item.key() + ".text", language);
        };
    }

    /** Japanese sentences stand side by side without a space. */
    private static String joined(List<String> sentences, Language language) {
        return String.join(language == Language.JA ? "" : " ", sentences);
    }

    /** One item: what it is called and what it says. */
    public record Entry(String term, String detail) {

        public Entry {
            if (term.isBlank() || detail.isBlank()) {
                throw new IllegalArgumentException("The law asks for words here: " + term);
            }
        }
    }
}
