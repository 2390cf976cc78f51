package org.lfnkr.zabuton.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The dashboard's switches for what shall go wrong. */
record FaultsForm(Faults faults) {

    List<PageRoute> routes() {
        return List.of(
                PageRoute.of("POST /faults", this::set),
                PageRoute.of("POST /faults/clear", visit -> clear()));
    }

    String html() {
        String calls =
                Arrays.stream(Faults.Kind.values())
                        .map(
                                kind ->
                                        number(
                                                kind.name().toLowerCase(Locale.ROOT),
                                                kind.label,
                                                faults.left(kind)))
                        .collect(Collectors.joining());
        return """
                <form method="post" action="/faults">
                <fieldset><legend>The next API calls (how many)</legend><div class="columns">%s</div></fieldset>
                <fieldset><legend>Webhooks</legend>%s%s%s<div class="columns">%s%s</div></fieldset>
                <fieldset><legend>Fees</legend>%s</fieldset>
                <p><button>Set these faults</button></p></form>
                %s
                """
                .formatted(
                        calls,
                        box("duplicate", "Deliver each event twice", faults.duplicating()),
                        box("two", "Make two events of each change", faults.doubling()),
                        box(
                                "reorder",
                                "Deliver the last event of a change first",
                                faults.reordering()),
                        number("lose", "Lose the next events", faults.losing()),
                        number("delay", "Deliver late by minutes", faults.delaying().toMinutes()),
                        number(
                                "late_fees",
                                "Book fees late by minutes",
                                faults.feesLateBy().toMinutes()),
                        Html.button("/faults/clear", "Nothing goes wrong any more"));
    }

    private Reply set(Visit visit) {
        Params form = visit.form();
        faults.clear();
        Arrays.stream(Faults.Kind.values())
                .forEach(
                        kind ->
                                faults.next(
                                        kind,
                                        (int) value(form, kind.name().toLowerCase(Locale.ROOT))));
        when(form, "duplicate", faults::duplicateEvents);
        when(form, "two", faults::twoEventsPerChange);
        when(form, "reorder", faults::reorderEvents);
        faults.loseEvents((int) value(form, "lose"));
        faults.delayEvents(Duration.ofMinutes(value(form, "delay")));
        faults.lateFees(Duration.ofMinutes(value(form, "late_fees")));
        return DashboardActions.back("faults");
    }

    private Reply clear() {
        faults.clear();
        return DashboardActions.back("faults");
    }

    private static void when(Params form, String name, Runnable action) {
        if (form.has(name)) {
            action.run();
        }
    }

    private static long value(Params form, String name) {
        return form.tree().path(name).asString("").isEmpty()
                ? 0
                : Math.clamp(form.requiredNumber(name), 0, 10_000);
    }

    private static String number(String name, String label, long value) {
        return "<label class=\"field\">"
                + Html.text(label)
                + " <input class=\"short\" name=\""
                + name
                + "\" inputmode=\"numeric\" value=\""
                + value
                + "\"></label>";
    }

    private static String box(String name, String label, boolean on) {
        return "<label class=\"choice\"><input type=\"checkbox\" name=\""
                + name
                + "\" value=\"on\""
                + (on ? " checked" : "")
                + "><span>"
                + Html.text(label)
                + "</span></label>";
    }
}
