package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.form.AmountReader;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.Map;
import java.util.TreeMap;

/** Reads which change of a plan is meant. Pure: the same answers give the same change. */
sealed interface PlanChangeForm {

    String DAY = "day";
    String CHARGES = "charges";

    /**
     * @param answers those that belong to it
     */
    record Understood(PlanChange change, Map<String, String> answers) implements PlanChangeForm {}

    record Unclear(Map<String, String> typed, Problem problem) implements PlanChangeForm {}

    /** What no page of ours offers. */
    record Unknown() implements PlanChangeForm {}

    /**
     * @param what the last part of its path
     * @param present how often the plan is charged
     */
    static PlanChangeForm read(String what, Map<String, String> form, Frequency present) {
        return switch (what) {
            case "terms" -> terms(TermsForm.typed(form));
            case "days" -> day(form.getOrDefault(DAY, ""), present);
            case "pauses" -> pause(form.getOrDefault(CHARGES, ""));
            case "resumptions" -> new Understood(new PlanChange.Resume(), Map.of());
            case "undoings" -> new Understood(new PlanChange.UndoStop(), Map.of());
            default -> new Unknown();
        };
    }

    private static PlanChangeForm terms(Map<String, String> typed) {
        return switch (AmountReader.read(typed)) {
            case AmountReader.Read.Amount amount ->
                    new Understood(
                            new PlanChange.Terms(
                                    TermsForm.frequency(typed),
                                    amount.gift(),
                                    TermsForm.covers(typed)),
                            new TreeMap<>(typed));
            case AmountReader.Read.Unclear unclear ->
                    new Unclear(
                            typed,
                            new Problem(
                                    TermsForm.SUM,
                                    unclear.problem().key(),
                                    unclear.problem().arguments()));
        };
    }

    private static PlanChangeForm day(String typed, Frequency present) {
        return TypedNumber.count(typed)
                .filter(day -> ChargeDay.isOffered(day, present))
                .<PlanChangeForm>map(
                        day -> new Understood(new PlanChange.Day(day), Map.of(DAY, typed)))
                .orElseGet(Unknown::new);
    }

    private static PlanChangeForm pause(String typed) {
        return TypedNumber.count(typed)
                .filter(charges -> charges >= 1 && charges <= GiftPlans.LONGEST_PAUSE)
                .<PlanChangeForm>map(
                        charges ->
                                new Understood(
                                        new PlanChange.Pause(charges), Map.of(CHARGES, typed)))
                .orElseGet(Unknown::new);
    }
}
