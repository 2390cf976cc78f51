package org.lfnkr.zabuton.approvals;

import java.util.List;

/**
 * What somebody is to approve, as the page shows it.
 *
 * @param title what would be done, such as "Refund ¥3,300"; stored and listed, so it names nobody
 * @param facts its consequences, each in a row
 * @param link to the whole record, behind the language, such as {@code /desk/orders/KWJ9M-MZKX6}
 * @param content what is signed
 */
public record Matter(Words title, List<Fact> facts, String link, Content content) {

    public Matter {
        facts = List.copyOf(facts);
    }

    /**
     * A row of the page.
     *
     * @param label key of a message
     */
    public record Fact(String label, Words value) {}
}
