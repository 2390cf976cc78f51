package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;

import java.util.List;

/** The form's answers after they were read. */
sealed interface GiveAnswers {

    record Good(
            Frequency frequency,
            Cause cause,
            Money gift,
            boolean coversFee,
            String name,
            EmailAddress email,
            Dedication dedication)
            implements GiveAnswers {}

    /** In the order of the page; never empty. */
    record Bad(List<Problem> problems) implements GiveAnswers {}
}
