package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.bookkeeping.spending.TakenLot;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a second person signs: all of the draft, which money it takes, and the files that show it.
 * What is foreign is seen on the page, and signed by the draft's revision.
 */
record DisbursementMatter(
        Disbursement draft, @Nullable Foreign foreign, Preview preview, List<Proof> proofs) {

    static final String KIND = "funds.disbursement";

    Matter matter() {
        return new Matter(
                Words.of(
                        "disbursements.approval.title",
                        what(),
                        draft.plan().yen(),
                        draft.fundName()),
                facts(),
                "/desk/disbursements/" + draft.id(),
                content());
    }

    private Words what() {
        Plan plan = draft.plan();
        return draft.outcomeName() == null
                ? Words.of("disbursements.purpose." + plan.purpose().code())
                : Words.of(
                        "impact.amount." + draft.unitKey(),
                        Objects.requireNonNull(plan.units()),
                        draft.outcomeName());
    }

    private List<Fact> facts() {
        Plan plan = draft.plan();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("disbursements.column.yen", Words.plain(plan.yen())));
        facts.add(fact("disbursements.column.fund", Words.plain(draft.fundName())));
        facts.add(fact("disbursements.column.purpose", what()));
        facts.add(fact("disbursements.column.payee", code("payee", plan.payee().code())));
        facts.add(fact("disbursements.way", code("way", plan.way().code())));
        facts.add(fact("disbursements.column.payOn", Words.plain(plan.payOn())));
        if (foreign != null) {
            facts.add(
                    fact(
                            "disbursements.foreign",
                            Words.of(
                                    "disbursements.foreign.fact",
                                    foreign.figures(),
                                    foreign.rateFigures(),
                                    code("source", foreign.source().code()))));
        }
        facts.add(fact("disbursements.column.fee", Words.of("disbursements.fee.fact", plan.fee())));
        facts.add(fact("disbursements.lots", lots()));
        facts.add(fact("disbursements.after", Words.plain(preview.after())));
        facts.add(
                fact("disbursements.proofs", Words.of("disbursements.proofs.fact", proofs.size())));
        return facts;
    }

    private static Fact fact(String label, Words value) {
        return new Fact(label, value);
    }

    private static Words code(String kind, String code) {
        return Words.of("disbursements." + kind + "." + code);
    }

    /** They go by when they entered the books, which is not always by the day they were paid. */
    private Words lots() {
        List<TakenLot> lots = preview.lots();
        if (lots.isEmpty()) {
            return Words.of("disbursements.lots.none");
        }
        List<LocalDate> days = lots.stream().map(TakenLot::day).toList();
        LocalDate first = Collections.min(days);
        LocalDate last = Collections.max(days);
        return first.equals(last)
                ? Words.of("disbursements.lots.day", lots.size(), first)
                : Words.of("disbursements.lots.fact", lots.size(), first, last);
    }

    private Content content() {
        Plan plan = draft.plan();
        return Content.of(
                KIND,
                "disbursement",
                draft.id(),
                "revision",
                draft.revision(),
                "fund",
                plan.fund(),
                "yen",
                plan.yen().yen(),
                "fee",
                plan.fee().yen(),
                "purpose",
                plan.purpose(),
                "outcome",
                Objects.toString(plan.outcome(), "-"),
                "units",
                Objects.toString(plan.units(), "-"),
                "payee",
                plan.payee(),
                "way",
                plan.way(),
                "pay-on",
                plan.payOn(),
                "lots",
                preview.lots().size(),
                "lots-sha256",
                digest(preview.lots().stream().map(DisbursementMatter::line).toList()),
                "files-sha256",
                digest(proofs.stream().map(Proof::sha256).sorted().toList()));
    }

    private static String line(TakenLot lot) {
        Money taken = lot.taken();
        return lot.lot() + " " + lot.subject() + " " + taken.yen();
    }

    /** One hash for however many there are. */
    private static String digest(List<String> lines) {
        return Content.digest(String.join("\n", lines));
    }
}
