package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Why somebody needs the list of those whom a breach affects, as they typed it. */
record AskingForm(String typed) {

    private static final int LONGEST = 200;
    private static final String REASON = "reason";
    private static final Problem OVER = Problem.late("breach.wrong.over");

    static AskingForm sent(MultiValueMap<String, String> sent) {
        return new AskingForm(Objects.requireNonNullElse(sent.getFirst(REASON), ""));
    }

    /** None where it is longer than the page lets anybody write. */
    String reason() {
        String line = Typed.line(typed);
        return Typed.length(line) > LONGEST ? "" : line;
    }

    /** What the page shows of it after it was sent; nothing is wrong where somebody is asked. */
    Form after(Proposal proposal, Breach breach) {
        return new Form(
                Map.of(REASON, typed),
                switch (proposal) {
                    case Proposal.Made made -> List.of();
                    case Proposal.Before before ->
                            List.of(Problem.of(REASON, "breach.wrong.before"));
                    case Proposal.Nothing nothing -> List.of(OVER);
                    case Proposal.Unreasoned unreasoned -> List.of(unreasoned(breach));
                });
    }

    /** Of a list that is allowed nobody asks any more, whatever the reason. */
    private Problem unreasoned(Breach breach) {
        if (breach.approvedAt() != null) {
            return OVER;
        }
        return Typed.line(typed).isEmpty()
                ? Problem.of(REASON, "breach.reason.missing")
                : Problem.of(REASON, "web.wrong.long", LONGEST);
    }
}
