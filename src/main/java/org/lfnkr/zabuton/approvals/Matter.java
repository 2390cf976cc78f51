package org.lfnkr.zabuton.approvals;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody is to approve, as the page shows it.
 *
 * @param title what would be done, such as "Refund ¥3,300"; stored and listed, so it names nobody
 * @param facts its consequences, each in a row
 * @param link to the whole record, behind the language, such as {@code /desk/orders/KWJ9M-MZKX6}
 * @param content what is signed
 * @param look what the second person has to look at before they sign; null where there is nothing
 */
public record Matter(
        Words title, List<Fact> facts, String link, Content content, @Nullable Look look) {

    public Matter {
        facts = List.copyOf(facts);
    }

    public Matter(Words title, List<Fact> facts, String link, Content content) {
        this(title, facts, link, content, null);
    }

    /**
     * A picture, and what must not be seen in it: each is ticked before anything is signed.
     *
     * @param picture its address behind the language
     * @param label the message's key of a check, without its code
     * @param checks their codes, in the order of the page
     */
    public record Look(String picture, String label, List<String> checks) {

        public Look {
            checks = List.copyOf(checks);
        }
    }

    /**
     * A row of the page.
     *
     * @param label key of a message
     * @param lines each in a line of its own; without any there is none of it
     */
    public record Fact(String label, List<Words> lines) {

        public Fact {
            lines = List.copyOf(lines);
        }

        public Fact(String label, Words value) {
            this(label, List.of(value));
        }
    }
}
