package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.papers.Lines;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All gifts of a calendar year, with what they funded. It is no receipt, and has no number. */
public record Statement(int year, String name, Language language, List<Line> lines) {

    static final String TEMPLATE = "receipts/papers/statement";

    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("Gy年", Locale.JAPAN);

    /**
     * @param parts as they were paid
     * @param back what went back of them, in yen
     * @param funded what they fund, in words; null where nothing may be said
     */
    public record Line(
            LocalDate receivedOn,
            String fund,
            GiftParts parts,
            Money back,
            @Nullable String funded) {

        static Line of(MemberGift gift, @Nullable String funded) {
            Charge charge = gift.charge();
            return new Line(
                    BusinessDate.of(charge.chargedAt()),
                    gift.fund().code(),
                    charge.parts(),
                    charge.back().total().plus(charge.lost() ? Money.ZERO : charge.held()),
                    funded);
        }
    }

    public Statement {
        lines = List.copyOf(lines);
    }

    public GiftParts parts() {
        return lines.stream().map(Line::parts).reduce(GiftParts.NONE, GiftParts::plus);
    }

    public Money back() {
        return lines.stream().map(Line::back).reduce(Money.ZERO, Money::plus);
    }

    /** The year as papers of the language name it: 令和8年 in Japanese. */
    public String yearWord() {
        return language == Language.JA
                ? ERA.format(JapaneseDate.of(year, 12, 31))
                : Integer.toString(year);
    }

    /** The lines as they stay together on pages. */
    public List<List<Line>> groups() {
        return Lines.grouped(lines);
    }

    Map<String, Object> asModel() {
        return Map.of("statement", this);
    }

    @Override
    public String toString() {
        return "Statement[" + year + "]";
    }
}
