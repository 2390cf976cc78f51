package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.TimelineStep;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Tells what happened to a gift and what comes next. */
@Component
public class GiftTimeline {

    private final Messages messages;
    private final Formats formats;
    private final PlanWords words;

    GiftTimeline(Messages messages, Formats formats, PlanWords words) {
        this.words = words;
        this.messages = messages;
        this.formats = formats;
    }

    /** What happened, without what comes next. */
    public List<TimelineStep> of(List<Happening> happenings, Language language) {
        return happenings.stream().map(happening -> past(happening, language)).toList();
    }

    /**
     * The same, and what comes next as the gift stands now.
     *
     * @param impact how far it has come; null where nothing is promised
     */
    public List<TimelineStep> of(
            GiftStanding standing,
            @Nullable ImpactState impact,
            List<Happening> happenings,
            Language language) {
        List<TimelineStep> steps = new ArrayList<>(of(happenings, language));
        String state = standing == GiftStanding.GIVEN ? "later" : "now";
        standing.next(impact).ifPresent(next -> steps.add(step(next, state, language)));
        return steps;
    }

    private TimelineStep past(Happening happening, Language language) {
        String key = "giving.happened." + happening.kind().code();
        return new TimelineStep(
                messages.text(key, language, amount(happening.amount())),
                "done",
                formats.time(happening.at(), language),
                words.fromTo(happening, language).orElse(null));
    }

    private String amount(@Nullable Money amount) {
        return amount == null ? "" : formats.yen(amount);
    }

    private TimelineStep step(String name, String state, Language language) {
        String key = "giving.next." + name;
        return new TimelineStep(
                messages.text(key, language),
                state,
                null,
                messages.text(key + ".detail", language));
    }
}
